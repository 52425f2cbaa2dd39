#include "small_icu.h"

// The tables of ICU that Foundation comes with are 34 MB: names of languages, currencies and time zones, orders of letters, converters
// between encodings. kvgraph asks for none of them, and they were half of its program. A linker takes the first definition of a name,
// and leaves the one in the archive where it is: this package of tables has no entry. With a compiler whose ICU has another number the
// name is another one, and the program is as large as before. `make dist` checks the program that it makes.
#if defined(KVGRAPH_SMALL_ICU) && defined(__linux__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#include <stdint.h>

struct ICUPackage {
    uint16_t header_size;
    uint8_t magic[2];
    uint16_t info_size;
    uint16_t reserved;
    uint8_t is_big_endian, charset, char_size, reserved_too;
    uint8_t format[4];
    uint8_t format_version[4];
    uint8_t data_version[4];
    uint8_t padding[8];
    uint32_t count;
    uint32_t end[3];
};

__attribute__((used, aligned(16))) const struct ICUPackage icudt76_dat = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info_size = 20,
    .char_size = 2,
    .format = {'C', 'm', 'n', 'D'},
    .format_version = {1, 0, 0, 0},
    .data_version = {3, 0, 0, 0},
};
#endif
