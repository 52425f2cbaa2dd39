#include "wording.h"

// #embed is C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char dutch[] = {
#embed "dutch.tsv"
    , 0};

const char *kvgraph_dutch(void) { return dutch; }
