// The SQL that makes a store, compiled into the binary so that it can be moved anywhere: a file a version, beside
// migrations.c.
#ifndef KVGRAPH_MIGRATIONS_H
#define KVGRAPH_MIGRATIONS_H

/// The text of NUMBER-….sql, ended by a zero byte; null where there is none.
const char *kvgraph_migration(int number);

#endif
