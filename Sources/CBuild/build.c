#include "build.h"

// `make` writes it (.ci/commit); a build without make, or outside a repository, has none.
#if __has_include("commit.h")
#include "commit.h"
#else
#define KVGRAPH_COMMIT ""
#endif

const char *const kvgraph_commit = KVGRAPH_COMMIT;
