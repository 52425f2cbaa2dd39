/// Zip archives through libzip, which is opened when the first archive is read.

#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

typedef struct czip_archive czip_archive;
typedef struct czip_entry czip_entry;

/// Whether libzip is installed; without it no archive can be opened. It is opened by the first that asks.
int czip_is_there(void);

/// Opens a file; NULL when it is no whole archive.
czip_archive *czip_open(const char *path);

/// Opens an archive in memory, whose bytes must stay as long as it is open; NULL when it is no whole archive.
czip_archive *czip_open_bytes(const void *bytes, size_t count);

void czip_close(czip_archive *archive);

int64_t czip_count(czip_archive *archive);

/// The name of an entry by its place, or NULL.
const char *czip_name(czip_archive *archive, uint64_t place);

/// The place of an entry by its name, or -1.
int64_t czip_place(czip_archive *archive, const char *name);

/// Opens an entry; NULL when it cannot be read: with a password only, or not at all.
czip_entry *czip_open_entry(czip_archive *archive, uint64_t place, int *is_locked);

/// Reads on in an entry: how many bytes, 0 at its end, -1 where it is damaged.
int64_t czip_read(czip_entry *entry, void *bytes, uint64_t most);

void czip_close_entry(czip_entry *entry);

#endif
