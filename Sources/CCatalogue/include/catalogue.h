// Resources compiled into the binary, so that it can be moved anywhere. Each is a text file beside catalogue.c.
#ifndef KVGRAPH_CATALOGUE_H
#define KVGRAPH_CATALOGUE_H

/// Report series: reports.tsv, ended by a zero byte.
const char *kvgraph_reports(void);

/// Single works: works.tsv, ended by a zero byte.
const char *kvgraph_works(void);

/// Laws known by name: laws.tsv, ended by a zero byte.
const char *kvgraph_laws(void);

/// Papers of the Eerste Kamer with an id of their own kind: eerstekamer.tsv, ended by a zero byte.
const char *kvgraph_eerstekamer(void);

#endif
