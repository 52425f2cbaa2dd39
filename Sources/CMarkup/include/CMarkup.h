/// Documents of XML and HTML as trees, through libxml2. Nodes live as long as their document.

#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>

typedef struct cmarkup_document cmarkup_document;
typedef struct cmarkup_node cmarkup_node;
typedef struct cmarkup_attribute cmarkup_attribute;

/// An entity is one that was not replaced: a sign that is lost.
enum cmarkup_kind { cmarkup_other = 0, cmarkup_element = 1, cmarkup_text = 2, cmarkup_entity = 3 };

/// Whether libxml2 is installed; without it no document can be read. It is opened by the first that asks.
int cmarkup_is_there(void);

/// Parses XML without reading anything from elsewhere, without replacing entities and without a word on stderr; NULL when
/// it is not well-formed.
cmarkup_document *cmarkup_read_xml(const char *bytes, size_t count);

/// Parses HTML as browsers do, mistakes and all. The encoding may be NULL: then the page says it.
cmarkup_document *cmarkup_read_html(const char *bytes, size_t count, const char *encoding);

void cmarkup_free(cmarkup_document *document);

const cmarkup_node *cmarkup_root(const cmarkup_document *document);
const cmarkup_node *cmarkup_first_child(const cmarkup_node *node);
const cmarkup_node *cmarkup_next(const cmarkup_node *node);
int cmarkup_kind_of(const cmarkup_node *node);

/// The name without its prefix; for a text NULL.
const char *cmarkup_name(const cmarkup_node *node);

/// The text of a text node.
const char *cmarkup_content(const cmarkup_node *node);

const cmarkup_attribute *cmarkup_first_attribute(const cmarkup_node *node);
const cmarkup_attribute *cmarkup_next_attribute(const cmarkup_attribute *attribute);
const char *cmarkup_attribute_name(const cmarkup_attribute *attribute);

/// The value, which the caller gives back with `cmarkup_free_value`; NULL for an empty one.
char *cmarkup_attribute_value(const cmarkup_attribute *attribute);
void cmarkup_free_value(char *value);

#endif
