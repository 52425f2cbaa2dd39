#include "CMarkup.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>

// From libxml/tree.h and parser.h, which bring ICU's headers along, of which Foundation has another version. What is used of a node
// are its first members, in this order since libxml2 2.0; the tests of every format read them.
typedef struct document document;
typedef struct node node;
typedef struct attribute attribute;

struct node {
    void *own;
    int type;
    const char *name;
    node *children, *last, *parent, *next, *previous;
    document *document;
    void *space;
    char *content;
    attribute *attributes;
};

struct attribute {
    void *own;
    int type;
    const char *name;
    node *children, *last, *parent;
    attribute *next, *previous;
    document *document;
};

enum { element_node = 1, text_node = 3, cdata_node = 4, entity_node = 5 };
enum { recover = 1, no_error = 1 << 5, no_warning = 1 << 6, no_net = 1 << 11, no_cdata = 1 << 14 };

// The library is opened when the first document is read: with those it needs in turn (ICU's, some 30 MB) it takes a third of the
// start of a command that reads none.
static struct {
    document *(*read_xml)(const char *, int, const char *, const char *, int);
    document *(*read_html)(const char *, int, const char *, const char *, int);
    void (*free_document)(document *);
    node *(*root)(const document *);
    char *(*string)(document *, const node *, int);
    void (**free_string)(void *);
    int is_there;
} library;

static void open_library(void) {
    static const char *const names[] = {
        "libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib", "libxml2.16.dylib", "/opt/homebrew/opt/libxml2/lib/libxml2.16.dylib"};
    void *from = NULL;
    for (size_t index = 0; !from && index < sizeof names / sizeof *names; index++)
        from = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (!from) return;
    const struct { void **place; const char *name; } wanted[] = {
        {(void **)&library.read_xml, "xmlReadMemory"}, {(void **)&library.read_html, "htmlReadMemory"},
        {(void **)&library.free_document, "xmlFreeDoc"}, {(void **)&library.root, "xmlDocGetRootElement"},
        {(void **)&library.string, "xmlNodeListGetString"}, {(void **)&library.free_string, "xmlFree"}};
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++)
        if (!(*wanted[index].place = dlsym(from, wanted[index].name))) return;
    library.is_there = 1;
}

int cmarkup_is_there(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_library);
    return library.is_there;
}

cmarkup_document *cmarkup_read_xml(const char *bytes, size_t count) {
    if (count > INT_MAX || !cmarkup_is_there()) return NULL;
    return (cmarkup_document *)library.read_xml(bytes, (int)count, NULL, NULL,
        no_net | no_error | no_warning | no_cdata);
}

cmarkup_document *cmarkup_read_html(const char *bytes, size_t count, const char *encoding) {
    if (count > INT_MAX || !cmarkup_is_there()) return NULL;
    return (cmarkup_document *)library.read_html(bytes, (int)count, NULL, encoding,
        recover | no_net | no_error | no_warning);
}

void cmarkup_free(cmarkup_document *document) { library.free_document((struct document *)document); }

const cmarkup_node *cmarkup_root(const cmarkup_document *document) {
    return (const cmarkup_node *)library.root((const struct document *)document);
}

const cmarkup_node *cmarkup_first_child(const cmarkup_node *node) {
    return (const cmarkup_node *)((const struct node *)node)->children;
}

const cmarkup_node *cmarkup_next(const cmarkup_node *node) {
    return (const cmarkup_node *)((const struct node *)node)->next;
}

int cmarkup_kind_of(const cmarkup_node *node) {
    switch (((const struct node *)node)->type) {
    case element_node: return cmarkup_element;
    case text_node:
    case cdata_node: return cmarkup_text;
    case entity_node: return cmarkup_entity;
    default: return cmarkup_other;
    }
}

const char *cmarkup_name(const cmarkup_node *node) { return (const char *)((const struct node *)node)->name; }

const char *cmarkup_content(const cmarkup_node *node) { return (const char *)((const struct node *)node)->content; }

const cmarkup_attribute *cmarkup_first_attribute(const cmarkup_node *node) {
    return (const cmarkup_attribute *)((const struct node *)node)->attributes;
}

const cmarkup_attribute *cmarkup_next_attribute(const cmarkup_attribute *attribute) {
    return (const cmarkup_attribute *)((const struct attribute *)attribute)->next;
}

const char *cmarkup_attribute_name(const cmarkup_attribute *attribute) {
    return (const char *)((const struct attribute *)attribute)->name;
}

char *cmarkup_attribute_value(const cmarkup_attribute *attribute) {
    const struct attribute *own = (const struct attribute *)attribute;
    return (char *)library.string(own->document, own->children, 1);
}

void cmarkup_free_value(char *value) { (*library.free_string)(value); }
