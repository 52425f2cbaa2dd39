/// What Swift needs of Graphviz and cannot take from gvc.h as it is: functions that want a `char *` and only read it, a
/// length whose type changed, macros, and where the library lies. Compiles with Graphviz 2.42 to 14.

#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <stddef.h>
#include <stdlib.h>

#if __has_include(<gvc.h>)
#include <gvc.h>
#else
#include <graphviz/gvc.h>
#endif

#if __has_include(<graphviz_version.h>)
#include <graphviz_version.h>
#elif __has_include(<graphviz/graphviz_version.h>)
#include <graphviz/graphviz_version.h>
#endif

/// The number in the names of the plugin libraries (libgvplugin_core.so.6); 6 with Graphviz 2.42, 8 with 14.
static inline int cgv_plugin_version(void) {
#ifdef GVPLUGIN_VERSION
    return GVPLUGIN_VERSION;
#else
    return 6;
#endif
}

#if defined(__APPLE__)
#include <dlfcn.h>
#define CGV_DLADDR dladdr
typedef Dl_info cgv_image;
#else
/// `dladdr` and its `Dl_info` as every libc on ELF has them; glibc's header hides them unless _GNU_SOURCE was set before
/// Swift's own import of it.
typedef struct {
    const char *dli_fname;
    void *dli_fbase;
    const char *dli_sname;
    void *dli_saddr;
} cgv_image;
extern int cgv_dladdr(const void *address, cgv_image *image) __asm__("dladdr");
#define CGV_DLADDR cgv_dladdr
#endif

/// The file that libgvc was loaded from, as the dynamic linker knows it; NULL if it does not.
static inline const char *cgv_path_of_libgvc(void) {
    cgv_image image = {0};
    return CGV_DLADDR((const void *)&gvContextPlugins, &image) != 0 ? image.dli_fname : NULL;
}

/// Sends every message of Graphviz to `sink`, piece by piece, and none to stderr. The cast only adds a `const`: Graphviz
/// declares the piece as `char *` and does not look at it again.
static inline void cgv_send_messages(int (*sink)(const char *piece)) {
    agseterrf((agusererrf)sink);
}

/// Sets the random numbers of C back to their beginning: some layouts draw from them without doing so.
static inline void cgv_reset_random_numbers(void) {
    srand(1);
    srand48(1);
}

/// `gvRenderData` with one type for the length: `unsigned *` in older versions, `size_t *` in newer ones. The version
/// is no number that the preprocessor could compare, so the function's own type decides.
static inline int cgv_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *count) {
    __typeof__(*_Generic(&gvRenderData,
        int (*)(GVC_t *, Agraph_t *, const char *, char **, unsigned int *): (unsigned int *)0,
        default: (size_t *)0)) length = 0;
    int status = gvRenderData(context, graph, format, bytes, &length);
    *count = length;
    return status;
}

/// The functions by which Graphviz numbers the graphs, nodes and edges of the whole process.
static inline Agiddisc_t cgv_numbering(void) {
    return AgIdDisc;
}

/// Sets those functions.
static inline void cgv_set_numbering(
    __typeof__(AgIdDisc.map) map, __typeof__(AgIdDisc.free) free, __typeof__(AgIdDisc.print) print) {
    AgIdDisc.map = map;
    AgIdDisc.free = free;
    AgIdDisc.print = print;
}

/// Whether a number is for a graph or subgraph. (`AGRAPH` is a macro in one version, an enumerator in another.)
static inline int cgv_is_graph(int kind) {
    return kind == AGRAPH;
}

/// The value of an attribute of a graph, node or edge; NULL where no such attribute was ever declared.
static inline const char *cgv_attribute(void *object, const char *name) {
    return agget(object, (char *)name);
}

/// Changes the value of an attribute that is declared; Graphviz makes a copy.
static inline void cgv_set_attribute(void *object, const char *name, const char *value) {
    agset(object, (char *)name, (char *)value);
}

/// Gives an object a value for an attribute that may not be declared yet.
static inline void cgv_declare_attribute(void *object, const char *name, const char *value) {
    agsafeset(object, (char *)name, (char *)value, (char *)"");
}

/// The attribute that was declared after another, or the first, for nodes or for graphs.
static inline Agsym_t *cgv_next_attribute(Agraph_t *graph, int of_nodes, Agsym_t *last) {
    return agnxtattr(graph, of_nodes ? AGNODE : AGRAPH, last);
}

/// A new part of a graph, and a new node.
static inline Agraph_t *cgv_subgraph(Agraph_t *graph, const char *name) {
    return agsubg(graph, (char *)name, 1);
}

static inline Agnode_t *cgv_node(Agraph_t *graph, const char *name) {
    return agnode(graph, (char *)name, 1);
}

/// How large a graph is after its layout, in points: the `size` attribute of the graph already reckoned with.
static inline void cgv_extent(Agraph_t *graph, double *width, double *height) {
    double w = GD_bb(graph).UR.x - GD_bb(graph).LL.x, h = GD_bb(graph).UR.y - GD_bb(graph).LL.y;
    pointf size = GD_drawing(graph)->size;
    double scale = 1;
    if (size.x > 0 && size.x < w) scale = size.x / w;
    if (size.y > 0 && size.y < h && size.y / h < scale) scale = size.y / h;
    *width = w * scale;
    *height = h * scale;
}

/// The dots per inch that the graph asks for; 0 where it leaves that to the format.
static inline double cgv_resolution(Agraph_t *graph) {
    return GD_drawing(graph)->dpi;
}

/// Sets the dots per inch, after the layout and before the drawing.
static inline void cgv_set_resolution(Agraph_t *graph, double dotsPerInch) {
    GD_drawing(graph)->dpi = dotsPerInch;
}

#endif
