#include "migrations.h"

// #embed is C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char migration_001[] = {
#embed "001-letters.sql"
    , 0};

static const char migration_002[] = {
#embed "002-notes.sql"
    , 0};

static const char migration_003[] = {
#embed "003-files.sql"
    , 0};

static const char migration_004[] = {
#embed "004-titles.sql"
    , 0};

static const char migration_006[] = {
#embed "006-labels.sql"
    , 0};

static const char migration_007[] = {
#embed "007-names.sql"
    , 0};

static const char migration_009[] = {
#embed "009-letters-without-number.sql"
    , 0};

static const char migration_010[] = {
#embed "010-kinds.sql"
    , 0};

static const char migration_011[] = {
#embed "011-works.sql"
    , 0};

static const char migration_012[] = {
#embed "012-views.sql"
    , 0};

static const char migration_013[] = {
#embed "013-doubts.sql"
    , 0};

static const char migration_014[] = {
#embed "014-search.sql"
    , 0};

static const char migration_015[] = {
#embed "015-first-read.sql"
    , 0};

const char *kvgraph_migration(int number) {
    switch (number) {
    case 1: return migration_001;
    case 2: return migration_002;
    case 3: return migration_003;
    case 4: return migration_004;
    case 6: return migration_006;
    case 7: return migration_007;
    case 9: return migration_009;
    case 10: return migration_010;
    case 11: return migration_011;
    case 12: return migration_012;
    case 13: return migration_013;
    case 14: return migration_014;
    case 15: return migration_015;
    default: return 0;
    }
}
