// The explorer's page, compiled into the binary so that it can be moved anywhere: text files in page/, each ended by a
// zero byte here.
#ifndef KVGRAPH_EXPLORER_H
#define KVGRAPH_EXPLORER_H

/// The page around the picture, with places for the rest between double braces: {{style}}.
const char *kvgraph_explorer_page(void);
/// The style sheets, in order.
const char *kvgraph_explorer_style(void);
/// The scripts, in order; they share one scope.
const char *kvgraph_explorer_script(void);

/// Returns to the system what the C library keeps of memory given back, where it can be told to.
void kvgraph_return_memory(void);

#endif
