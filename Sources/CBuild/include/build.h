#pragma once

/// The commit that kvgraph was built from, shortened, with + behind it where files differed from it; empty where nobody knows.
extern const char *const kvgraph_commit;
