#include "CZip.h"

#include <dlfcn.h>
#include <pthread.h>

// From zip.h, which is not needed for these: all of its types that are used here are pointers to what only libzip knows.
enum { read_only = 16, needs_password = 26 };

typedef struct source source;
typedef struct fault fault;

static struct {
    czip_archive *(*open)(const char *, int, int *);
    source *(*source_of)(const void *, uint64_t, int, fault *);
    void (*free_source)(source *);
    czip_archive *(*open_source)(source *, int, fault *);
    void (*discard)(czip_archive *);
    int64_t (*count)(czip_archive *, uint32_t);
    const char *(*name)(czip_archive *, uint64_t, uint32_t);
    int64_t (*locate)(czip_archive *, const char *, uint32_t);
    czip_entry *(*open_entry)(czip_archive *, uint64_t, uint32_t);
    fault *(*last_fault)(czip_archive *);
    int (*code)(const fault *);
    int64_t (*read)(czip_entry *, void *, uint64_t);
    int (*close_entry)(czip_entry *);
    int is_there;
} library;

static void open_library(void) {
    static const char *const names[] = {
        "libzip.so.5", "libzip.so.4", "libzip.5.dylib", "/opt/homebrew/opt/libzip/lib/libzip.5.dylib"};
    void *from = NULL;
    for (size_t index = 0; !from && index < sizeof names / sizeof *names; index++)
        from = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (!from) return;
    const struct { void **place; const char *name; } wanted[] = {
        {(void **)&library.open, "zip_open"}, {(void **)&library.source_of, "zip_source_buffer_create"},
        {(void **)&library.free_source, "zip_source_free"}, {(void **)&library.open_source, "zip_open_from_source"},
        {(void **)&library.discard, "zip_discard"}, {(void **)&library.count, "zip_get_num_entries"},
        {(void **)&library.name, "zip_get_name"}, {(void **)&library.locate, "zip_name_locate"},
        {(void **)&library.open_entry, "zip_fopen_index"}, {(void **)&library.last_fault, "zip_get_error"},
        {(void **)&library.code, "zip_error_code_zip"}, {(void **)&library.read, "zip_fread"},
        {(void **)&library.close_entry, "zip_fclose"}};
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++)
        if (!(*wanted[index].place = dlsym(from, wanted[index].name))) return;
    library.is_there = 1;
}

int czip_is_there(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_library);
    return library.is_there;
}

czip_archive *czip_open(const char *path) {
    return czip_is_there() ? library.open(path, read_only, NULL) : NULL;
}

czip_archive *czip_open_bytes(const void *bytes, size_t count) {
    source *opened = czip_is_there() ? library.source_of(bytes, count, 0, NULL) : NULL;
    if (!opened) return NULL;
    czip_archive *archive = library.open_source(opened, read_only, NULL);
    if (!archive) library.free_source(opened);
    return archive;
}

void czip_close(czip_archive *archive) { library.discard(archive); }

int64_t czip_count(czip_archive *archive) { return library.count(archive, 0); }

const char *czip_name(czip_archive *archive, uint64_t place) { return library.name(archive, place, 0); }

int64_t czip_place(czip_archive *archive, const char *name) { return library.locate(archive, name, 0); }

czip_entry *czip_open_entry(czip_archive *archive, uint64_t place, int *is_locked) {
    czip_entry *entry = library.open_entry(archive, place, 0);
    *is_locked = !entry && library.code(library.last_fault(archive)) == needs_password;
    return entry;
}

int64_t czip_read(czip_entry *entry, void *bytes, uint64_t most) { return library.read(entry, bytes, most); }

void czip_close_entry(czip_entry *entry) { library.close_entry(entry); }
