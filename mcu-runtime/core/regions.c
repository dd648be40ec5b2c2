#include "regions.h"

#include "bs_protocol.h"

static uint32_t allowed(uint8_t kind)
{
    switch (kind) {
    case BS_REGION_CODE:
        return BS_ACCESS_READ | BS_ACCESS_WRITE | BS_ACCESS_CALL;
    case BS_REGION_DATA:
    case BS_REGION_CONTROL:
        return BS_ACCESS_READ | BS_ACCESS_WRITE;
    case BS_REGION_STACK:
        return BS_ACCESS_READ;
    case BS_REGION_FIRMWARE:
        return BS_ACCESS_READ | BS_ACCESS_CALL;
    default:
        return 0;
    }
}

bool bs_regions_allow(const bs_region *regions, uint32_t count, uint32_t address, uint32_t length, uint32_t access)
{
    for (uint32_t i = 0; i < count; i++) {
        const bs_region *region = &regions[i];
        uint32_t offset = address - region->base; /* wraps to something great below the base */
        uint32_t size = region->end - region->base;
        if (offset <= size && length <= size - offset)
            return (allowed(region->kind) & access) == access;
    }
    return false;
}
