#include "build.h"

// `make` writes it (.ci/commit); a build without make, or outside a repository, has none.
#if __has_include("commit.h")
#include "commit.h"
#else
#define KVGRAPH_COMMIT ""
#endif

const char *const kvgraph_commit = KVGRAPH_COMMIT;

// `make test-asan`: a program that ends with exit() still holds what it was working with, which is no leak. Leaks are Valgrind's
// matter (`make trust`).
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
const char *__asan_default_options(void) { return "detect_leaks=0"; }
#endif
#endif
