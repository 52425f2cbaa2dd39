#include "CMarkup.h"

#include <limits.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

cmarkup_document *cmarkup_read_xml(const char *bytes, size_t count) {
    if (count > INT_MAX) return NULL;
    return (cmarkup_document *)xmlReadMemory(bytes, (int)count, NULL, NULL,
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
}

cmarkup_document *cmarkup_read_html(const char *bytes, size_t count, const char *encoding) {
    if (count > INT_MAX) return NULL;
    return (cmarkup_document *)htmlReadMemory(bytes, (int)count, NULL, encoding,
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
}

void cmarkup_free(cmarkup_document *document) { xmlFreeDoc((xmlDocPtr)document); }

const cmarkup_node *cmarkup_root(const cmarkup_document *document) {
    return (const cmarkup_node *)xmlDocGetRootElement((const xmlDoc *)document);
}

const cmarkup_node *cmarkup_first_child(const cmarkup_node *node) {
    return (const cmarkup_node *)((const xmlNode *)node)->children;
}

const cmarkup_node *cmarkup_next(const cmarkup_node *node) {
    return (const cmarkup_node *)((const xmlNode *)node)->next;
}

int cmarkup_kind_of(const cmarkup_node *node) {
    switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return cmarkup_element;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return cmarkup_text;
    case XML_ENTITY_REF_NODE: return cmarkup_entity;
    default: return cmarkup_other;
    }
}

const char *cmarkup_name(const cmarkup_node *node) { return (const char *)((const xmlNode *)node)->name; }

const char *cmarkup_content(const cmarkup_node *node) { return (const char *)((const xmlNode *)node)->content; }

const cmarkup_attribute *cmarkup_first_attribute(const cmarkup_node *node) {
    return (const cmarkup_attribute *)((const xmlNode *)node)->properties;
}

const cmarkup_attribute *cmarkup_next_attribute(const cmarkup_attribute *attribute) {
    return (const cmarkup_attribute *)((const xmlAttr *)attribute)->next;
}

const char *cmarkup_attribute_name(const cmarkup_attribute *attribute) {
    return (const char *)((const xmlAttr *)attribute)->name;
}

char *cmarkup_attribute_value(const cmarkup_attribute *attribute) {
    const xmlAttr *own = (const xmlAttr *)attribute;
    return (char *)xmlNodeListGetString(own->doc, own->children, 1);
}

void cmarkup_free_value(char *value) { xmlFree(value); }
