#include "catalogue.h"

// #embed is C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char reports[] = {
#embed "reports.tsv"
    , 0};

static const char eerstekamer[] = {
#embed "eerstekamer.tsv"
    , 0};

const char *kvgraph_eerstekamer(void) { return eerstekamer; }
const char *kvgraph_reports(void) { return reports; }

static const char works[] = {
#embed "works.tsv"
    , 0};

const char *kvgraph_works(void) { return works; }

static const char laws[] = {
#embed "laws.tsv"
    , 0};

const char *kvgraph_laws(void) { return laws; }
