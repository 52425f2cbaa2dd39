// The register of dossiers compiled into the binary, so that it can be moved anywhere.
#ifndef KVGRAPH_REGISTER_H
#define KVGRAPH_REGISTER_H

#include <stddef.h>

/// Dossiers and their documents: register.tsv, ended by a zero byte, and its length without that.
const char *kvgraph_register(void);
size_t kvgraph_register_size(void);

#endif
