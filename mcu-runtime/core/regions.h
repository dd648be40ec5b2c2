/*
 * The device's memory as the host and the programs may use it. Every address that either of them gives
 * is an allegation, checked here with the end of its range before it is used.
 */
#ifndef BS_REGIONS_H
#define BS_REGIONS_H

#include <stdbool.h>
#include <stdint.h>

#define BS_ACCESS_READ 1u
#define BS_ACCESS_WRITE 2u
#define BS_ACCESS_CALL 4u

typedef struct bs_region {
    uint8_t kind; /* enum bs_region_kind */
    uint32_t base;
    uint32_t end; /* not in it */
} bs_region;

/* True if [address, address + length) lies in one region whose kind allows the access. A range of no
 * bytes is in a region if its address is, or is the region's end. */
bool bs_regions_allow(const bs_region *regions, uint32_t count, uint32_t address, uint32_t length, uint32_t access);

#endif
