#include "register.h"

// #embed is C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char dossiers[] = {
#embed "register.tsv"
    , 0};

const char *kvgraph_register(void) { return dossiers; }

size_t kvgraph_register_size(void) { return sizeof dossiers - 1; }
