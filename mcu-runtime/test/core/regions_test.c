/* Which ranges of memory the host and the programs may name: both ends count, and nothing wraps. */
#include "check.h"

#include "bs_protocol.h"
#include "regions.h"

static const bs_region regions[] = {
    {BS_REGION_CODE, 0x20002d60, 0x20020000},
    {BS_REGION_STACK, 0x20000000, 0x20002000},
    {BS_REGION_FIRMWARE, 0x08000000, 0x08100000},
    {BS_REGION_CONTROL, 0x20002c00, 0x20002d60},
    {BS_REGION_DATA, 0xfffff000, 0xffffffff},
};
#define COUNT (sizeof regions / sizeof regions[0])
#define ALL (BS_ACCESS_READ | BS_ACCESS_WRITE | BS_ACCESS_CALL)

static bool allow(uint32_t address, uint32_t length, uint32_t access)
{
    return bs_regions_allow(regions, COUNT, address, length, access);
}

static void check(bool expected, uint32_t address, uint32_t length, uint32_t access)
{
    CHECK(allow(address, length, access) == expected, "0x%08x, %u bytes, access %u", (unsigned)address,
          (unsigned)length, (unsigned)access);
}

static void both_ends_count(void)
{
    check(true, 0x20002d60, 0x1d2a0, ALL);
    check(false, 0x20002d60, 0x1d2a1, BS_ACCESS_READ);
    check(false, 0x20002d5f, 2, BS_ACCESS_CALL);
    check(true, 0x2001ffff, 1, ALL);
    check(false, 0x2001ffff, 2, BS_ACCESS_READ);
    check(false, 0x20020000, 1, BS_ACCESS_READ);
    check(false, 0, 4, BS_ACCESS_READ);
    check(false, 0x40000000, 4, BS_ACCESS_READ);
}

static void neighbours_are_not_one(void)
{
    check(true, 0x20002d5c, 4, BS_ACCESS_WRITE);
    check(false, 0x20002d5c, 8, BS_ACCESS_WRITE);
}

static void nothing_wraps(void)
{
    check(false, 0x20010000, 0xffffffff, BS_ACCESS_READ);
    check(false, 0x20010000, 0xf0000000, BS_ACCESS_READ);
    check(true, 0xfffffffe, 1, BS_ACCESS_WRITE);
    check(false, 0xfffffffe, 2, BS_ACCESS_WRITE);
    check(false, 0xfffffffe, 8, BS_ACCESS_WRITE);
}

static void empty_ranges_have_a_place(void)
{
    check(true, 0x20002d60, 0, BS_ACCESS_WRITE);
    check(true, 0x20020000, 0, BS_ACCESS_WRITE);
    check(false, 0x20020001, 0, BS_ACCESS_WRITE);
}

static void kinds_say_what_is_allowed(void)
{
    check(true, 0x20001000, 4, BS_ACCESS_READ);
    check(false, 0x20001000, 4, BS_ACCESS_WRITE);
    check(false, 0x20001000, 4, BS_ACCESS_CALL);
    check(true, 0x08000100, 4, BS_ACCESS_READ);
    check(true, 0x08000100, 4, BS_ACCESS_CALL);
    check(false, 0x08000100, 4, BS_ACCESS_WRITE);
    check(true, 0x20002c00, 4, BS_ACCESS_WRITE);
    check(false, 0x20002c00, 4, BS_ACCESS_CALL);
}

static void agrees_with_wide_arithmetic(void)
{
    uint32_t seed = 2463534242u;
    for (uint32_t i = 0; i < 1000000; i++) {
        const bs_region *near = &regions[next_word(&seed) % COUNT];
        uint32_t address = near->base + next_word(&seed) % 64 - 32;
        uint32_t length = next_word(&seed) >> next_word(&seed) % 32;
        bool expected = false;
        for (uint32_t r = 0; r < COUNT; r++) {
            if (address >= regions[r].base && (uint64_t)address + length <= regions[r].end
                && address <= regions[r].end) {
                expected = true;
                break;
            }
        }
        bool starts_two = address == 0x20002d60 && length == 0;
        if (!starts_two)
            check(expected, address, length, BS_ACCESS_READ);
    }
}

int main(void)
{
    both_ends_count();
    neighbours_are_not_one();
    nothing_wraps();
    empty_ranges_have_a_place();
    kinds_say_what_is_allowed();
    agrees_with_wide_arithmetic();
    return check_result("regions");
}
