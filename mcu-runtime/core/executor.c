#include "executor.h"

#include <stddef.h>

#include "board.h"
#include "bs_heap.h"
#include "bs_protocol.h"
#include "cortex.h"
#include "frame.h"
#include "heap.h"
#include "image.h"
#include "link.h"
#include "memory.h"
#include "program.h"

/* What carrying out a request comes to, besides enum bs_refusal. */
#define DONE 0u     /* to be answered with nothing */
#define ANSWERED 100u

static const bs_region regions[] = {
    {BS_REGION_CODE, (uint32_t)bs_program_base, (uint32_t)bs_program_end},
    {BS_REGION_STACK, (uint32_t)bs_program_stack_base, (uint32_t)bs_program_stack_top},
    {BS_REGION_FIRMWARE, BS_BOARD_FLASH_BASE, BS_BOARD_FLASH_BASE + BS_BOARD_FLASH_SIZE},
    {BS_REGION_CONTROL, (uint32_t)bs_user_data_base, (uint32_t)bs_user_data_end},
};
#define REGIONS (sizeof regions / sizeof regions[0])

static const char board_name[] = BS_BOARD_NAME;
#define BOARD_NAME_LENGTH (sizeof board_name - 1)

bool bs_executor_allows(uint32_t address, uint32_t length, uint32_t access)
{
    return bs_regions_allow(regions, REGIONS, address, length, access);
}

static uint8_t *pointer(uint32_t checked_address)
{
    return (uint8_t *)checked_address;
}

static uint32_t hello(void)
{
    uint8_t answer[BS_HELLO_REGION + REGIONS * BS_HELLO_REGION_SIZE + 1 + BOARD_NAME_LENGTH];
    bs_program_forget_outcome();
    answer[BS_HELLO_VERSION] = BS_PROTOCOL_VERSION;
    answer[BS_HELLO_STATE] = bs_program_state();
    bs_put16(answer + BS_HELLO_LARGEST_REQUEST, BS_LARGEST_REQUEST);
    bs_put16(answer + BS_HELLO_LARGEST_MESSAGE, BS_LARGEST_MESSAGE);
    bs_put16(answer + BS_HELLO_LARGEST_READ, BS_LARGEST_READ);
    bs_put16(answer + BS_HELLO_QUEUE, BS_LINK_QUEUE);
    answer[BS_HELLO_REQUESTS] = BS_REQUEST_WINDOW;
    answer[BS_HELLO_REGIONS] = REGIONS;
    bs_put32(answer + BS_HELLO_BUILD, bs_build_id);
    bs_put32(answer + BS_HELLO_HEAP, bs_address(&bs_heap));

    uint8_t *to = answer + BS_HELLO_REGION;
    for (uint32_t i = 0; i < REGIONS; i++, to += BS_HELLO_REGION_SIZE) {
        to[0] = regions[i].kind;
        bs_put32(to + 1, regions[i].base);
        bs_put32(to + 5, regions[i].end - regions[i].base);
    }
    *to++ = BOARD_NAME_LENGTH;
    memcpy(to, board_name, BOARD_NAME_LENGTH);
    bs_link_reply(answer, sizeof answer);
    return ANSWERED;
}

static uint32_t ping(const uint8_t *payload, uint32_t length)
{
    if (length > BS_LARGEST_PING)
        return BS_REFUSAL_LENGTH;
    bs_link_reply(payload, length);
    return ANSWERED;
}

/* Aligned words are written as words, so that running into a half-written one is impossible. */
static uint32_t write(const uint8_t *payload, uint32_t length)
{
    if (length < 4)
        return BS_REFUSAL_LENGTH;
    uint32_t address = bs_get32(payload);
    if (!bs_executor_allows(address, length - 4, BS_ACCESS_WRITE))
        return BS_REFUSAL_RANGE;
    memcpy(pointer(address), payload + 4, length - 4);
    bs_barrier();
    return DONE;
}

static uint32_t read(const uint8_t *payload, uint32_t length)
{
    if (length != 6)
        return BS_REFUSAL_LENGTH;
    uint32_t address = bs_get32(payload), size = bs_get16(payload + 4);
    if (size > BS_LARGEST_READ)
        return BS_REFUSAL_LENGTH;
    if (!bs_executor_allows(address, size, BS_ACCESS_READ))
        return BS_REFUSAL_RANGE;
    bs_link_reply(pointer(address), size);
    return ANSWERED;
}

static uint32_t checksum(const uint8_t *payload, uint32_t length)
{
    uint32_t count = length == 8 ? 1 : length == 10 ? bs_get16(payload + 8) : 0;
    if (count - 1 >= BS_LARGEST_CHECKSUMS)
        return BS_REFUSAL_LENGTH;
    uint32_t address = bs_get32(payload), size = bs_get32(payload + 4);
    uint32_t answer[BS_LARGEST_CHECKSUMS];
    for (uint32_t i = 0; i < count; i++, address += size) {
        if (!bs_executor_allows(address, size, BS_ACCESS_READ))
            return BS_REFUSAL_RANGE;
        answer[i] = bs_crc_memory(pointer(address), size);
    }
    bs_link_reply((const uint8_t *)answer, 4 * count);
    return ANSWERED;
}

/* The collector will follow them, with the program's rights, but in the host's name. */
static bool are_roots(uint32_t roots)
{
    for (;; roots += sizeof(bs_root_range)) {
        if ((roots & 3u) || !bs_executor_allows(roots, sizeof(bs_root_range), BS_ACCESS_READ))
            return false;
        const bs_root_range *range = (const bs_root_range *)pointer(roots);
        if (range->count == 0)
            return true;
        uint32_t start = bs_address(range->start) & ~BS_ROOT_TAGGED;
        if ((start & 3u) || range->count > UINT32_MAX / 4
            || !bs_executor_allows(start, range->count * 4, BS_ACCESS_READ))
            return false;
    }
}

static uint32_t initialize_heap(const uint8_t *payload, uint32_t length)
{
    if (length != 16)
        return BS_REFUSAL_LENGTH;
    uint32_t base = bs_get32(payload), end = bs_get32(payload + 4), starts = bs_get32(payload + 8),
             roots = bs_get32(payload + 12);
    if ((base | end) & 7u || end < base || end - base < 16 || (starts & 3u))
        return BS_REFUSAL_RANGE;
    uint32_t bitmap_size = ((end - base) / 8 + 31) / 32 * 4;
    bool overlap = starts < end && base < starts + bitmap_size;
    if (overlap || !bs_executor_allows(base, end - base, BS_ACCESS_WRITE)
        || !bs_executor_allows(starts, bitmap_size, BS_ACCESS_WRITE) || !are_roots(roots))
        return BS_REFUSAL_RANGE;
    bs_heap_initialize(pointer(base), pointer(end), (uint32_t *)pointer(starts),
                       (const bs_root_range *)pointer(roots));
    return DONE;
}

static uint32_t call(const uint8_t *payload, uint32_t length)
{
    if (length < 4 || length > 20 || length % 4 != 0)
        return BS_REFUSAL_LENGTH;
    uint32_t entry = bs_get32(payload);
    if (!(entry & 1u) || !bs_executor_allows(entry - 1, 2, BS_ACCESS_CALL))
        return BS_REFUSAL_RANGE;
    uint32_t arguments[4] = {0};
    for (uint32_t i = 0; i + 1 < length / 4; i++)
        arguments[i] = bs_get32(payload + 4 + 4 * i);
    bs_program_start(entry, arguments);
    return DONE;
}

/* The receive interrupt has stopped the program, or the firmware in its service: the thread's registers are on its stack. When
 * none runs the answer means nothing. */
static uint32_t sample(void)
{
    uint32_t answer[BS_LARGEST_READ / 4], sp;
    __asm__ volatile("mrs %0, psp" : "=r"(sp));
    uint32_t size = bs_address(bs_program_stack_top) - sp;
    if (size > bs_address(bs_program_stack_top) - bs_address(bs_program_stack_base))
        return BS_REFUSAL_STATE;
    if (size > sizeof answer - BS_SAMPLE_STACK)
        size = sizeof answer - BS_SAMPLE_STACK;
    answer[BS_SAMPLE_SP / 4] = sp;
    answer[BS_SAMPLE_FPCCR / 4] = FPU_FPCCR;
    memcpy(answer + BS_SAMPLE_STACK / 4, pointer(sp), size);
    bs_link_reply((const uint8_t *)answer, BS_SAMPLE_STACK + size);
    return ANSWERED;
}

static uint32_t interrupt(void)
{
    if (bs_program_state() != BS_STATE_RUNNING)
        return BS_REFUSAL_STATE;
    bs_program_interrupt();
    return DONE;
}

static uint32_t reset(void)
{
    bs_program_reset();
    return DONE;
}

static uint32_t carry_out(uint8_t op, const uint8_t *payload, uint32_t length)
{
    switch (op) {
    case BS_OP_HELLO:
        return hello();
    case BS_OP_PING:
        return ping(payload, length);
    case BS_OP_INTERRUPT:
        return interrupt();
    case BS_OP_RESET:
        return reset();
    case BS_OP_SAMPLE:
        return sample();
    case BS_OP_WRITE:
        return write(payload, length);
    case BS_OP_READ:
        return read(payload, length);
    default:
        break;
    }
    if (bs_program_state() == BS_STATE_RUNNING)
        return BS_REFUSAL_BUSY;
    switch (op) {
    case BS_OP_CHECKSUM:
        return checksum(payload, length);
    case BS_OP_HEAP:
        return initialize_heap(payload, length);
    case BS_OP_CALL:
        return call(payload, length);
    default:
        return BS_REFUSAL_UNKNOWN;
    }
}

void bs_device_message(uint8_t op, const uint8_t *payload, uint32_t length)
{
    uint32_t result = carry_out(op, payload, length);
    if (result == DONE)
        bs_link_reply(NULL, 0);
    else if (result != ANSWERED)
        bs_link_refuse((uint8_t)result);
}
