// What kvgraph says in Dutch, compiled into the binary: dutch.tsv beside wording.c.
#ifndef KVGRAPH_WORDING_H
#define KVGRAPH_WORDING_H

/// The table, ended by a zero byte.
const char *kvgraph_dutch(void);

#endif
