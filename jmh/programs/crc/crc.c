/*
 * CRC-32 (IEEE 802.3, reflected) of one kilobyte of pseudo-random bytes, by a table of 256 words; the
 * checksum is carried on through fifty rounds.
 */
#include "../twin.h"

static void fill_table(uint32_t *table)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t word = i;
        for (int32_t bit = 0; bit < 8; bit++)
            word = (word & 1) != 0 ? (word >> 1) ^ 0xedb88320 : word >> 1;
        table[i] = word;
    }
}

static void fill_data(uint8_t *data, int32_t size)
{
    int32_t seed = TWIN_RANDOM_SEED;
    for (int32_t i = 0; i < size; i++)
        data[i] = twin_random(&seed) >> 8;
}

/* Carries the checksum of what came before on over the data. */
static uint32_t crc32(const uint32_t *table, const uint8_t *data, int32_t size, uint32_t before)
{
    uint32_t crc = ~before;
    for (int32_t i = 0; i < size; i++)
        crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);
    return ~crc;
}

int32_t bench_main(void)
{
    const int32_t size = 1024;
    uint32_t *table = malloc(256 * sizeof *table);
    uint8_t *data = malloc(size);
    fill_table(table);
    fill_data(data, size);
    uint32_t result = 0;
    for (int32_t round = 0; round < 50; round++)
        result = crc32(table, data, size, result);
    free(data);
    free(table);
    return (int32_t)result == 1292454494;
}
