#include "explorer.h"

// #embed is C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char page[] = {
#embed "page/page.html"
    , 0};

static const char style[] = {
#embed "page/page.css"
    ,
#embed "page/picture.css"
    , 0};

static const char script[] = {
#embed "page/model.js"
    ,
#embed "page/state.js"
    ,
#embed "page/chosen.js"
    ,
#embed "page/elements.js"
    ,
#embed "page/picture.js"
    ,
#embed "page/view.js"
    ,
#embed "page/keyboard.js"
    ,
#embed "page/search.js"
    ,
#embed "page/filters.js"
    ,
#embed "page/details.js"
    ,
#embed "page/tables.js"
    ,
#embed "page/downloads.js"
    ,
#embed "page/main.js"
    , 0};

const char *kvgraph_explorer_page(void) { return page; }
const char *kvgraph_explorer_style(void) { return style; }
const char *kvgraph_explorer_script(void) { return script; }
