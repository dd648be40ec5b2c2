#include "host_board.h"

#include <stdlib.h>
#include <string.h>

#include "bs_trap.h"
#include "frame.h"
#include "link.h"

enum { STREAM_OUT = 1 };

/* An OUTPUT message being put together. */
typedef struct line {
    uint32_t length;
    uint8_t bytes[BS_LARGEST_MESSAGE];
} line;

static void begin(line *l, uint8_t flags)
{
    l->bytes[0] = STREAM_OUT;
    l->bytes[1] = flags;
    l->length = 2;
}

static void add_word(line *l, uint8_t tag, uint32_t word)
{
    l->bytes[l->length] = tag;
    bs_put32(l->bytes + l->length + 1, word);
    l->length += 5;
}

static void add_text(line *l, uint8_t tag, const void *text, uint32_t length)
{
    l->bytes[l->length] = tag;
    l->bytes[l->length + 1] = (uint8_t)length;
    memcpy(l->bytes + l->length + 2, text, length);
    l->length += 2 + length;
}

/* Sends the message, waiting for room. False if the program is to stop instead. */
static bool send(const line *l)
{
    while (!host_stop_requested()) {
        if (bs_link_send(BS_MESSAGE_OUTPUT, l->bytes, l->length))
            return true;
        host_wire_receive(true);
    }
    return false;
}

static bool print_line(uint32_t number)
{
    line l;
    begin(&l, 0);
    add_text(&l, BS_VALUE_TEXT, "line", 4);
    add_word(&l, BS_VALUE_INTEGER, number);
    return send(&l);
}

static bool print_text(const uint8_t *text, uint32_t length)
{
    while (length != 0) {
        line l;
        uint32_t piece = length < 100 ? length : 100;
        begin(&l, piece < length ? BS_OUTPUT_MORE : 0);
        add_text(&l, piece < length ? BS_VALUE_TEXT | BS_VALUE_GLUED : BS_VALUE_TEXT, text, piece);
        if (!send(&l))
            return false;
        text += piece;
        length -= piece;
    }
    return true;
}

static bool print_values(void)
{
    line l;
    begin(&l, BS_OUTPUT_MORE);
    add_word(&l, BS_VALUE_INTEGER, (uint32_t)-7);
    add_word(&l, BS_VALUE_FLOAT, 0x3fc00000u);
    l.bytes[l.length++] = BS_VALUE_TRUE;
    l.bytes[l.length++] = BS_VALUE_FALSE;
    l.bytes[l.length++] = BS_VALUE_NULL;
    add_text(&l, BS_VALUE_TEXT | BS_VALUE_GLUED, "gr\xc3", 3);
    if (!send(&l))
        return false;
    begin(&l, 0);
    add_text(&l, BS_VALUE_TEXT, "\xbcn", 2);
    return send(&l);
}

static bool fail_assertion(uint8_t error)
{
    static const char text[] = "the sky is falling";
    while (!bs_link_send(BS_MESSAGE_ASSERT, (const uint8_t *)text, sizeof text - 1))
        host_wire_receive(true);
    return host_report_failure(error);
}

static void firmware_fails(void)
{
    uint8_t message[BS_EPITAPH_TEXT + 9] = {BS_ERROR_FAULT, BS_FAILED_HAS_PC};
    bs_put32(message + BS_FAILED_REGISTERS + 4 * 15, 0x08001234u);
    memcpy(message + BS_EPITAPH_TEXT, "hardfault", 9);
    bs_link_epitaph(message, sizeof message);
    for (;;)
        host_wire_receive(true);
}

static void babble(void)
{
    for (;;)
        host_wire_text("\xffnothing but noise\x1b[31m");
}

bool host_program_run(uint32_t entry, const uint32_t arguments[4], uint32_t *result)
{
    uint8_t *memory;
    bool whole = true;
    *result = 0;
    switch (entry) {
    case HOST_PROGRAM_ADD:
        *result = arguments[0] + arguments[1] + arguments[2] + arguments[3];
        break;
    case HOST_PROGRAM_COUNT:
        for (uint32_t i = 0; whole && i < arguments[0]; i++)
            whole = print_line(i);
        *result = arguments[0];
        break;
    case HOST_PROGRAM_CHECKSUM:
        memory = host_memory(arguments[0], arguments[1]);
        if (memory == NULL)
            return host_report_failure(BS_ERROR_FAULT);
        whole = print_text(memory, arguments[1]);
        *result = bs_crc_memory(memory, arguments[1]);
        break;
    case HOST_PROGRAM_INCREMENT:
        memory = host_memory(arguments[0], 4);
        if (memory == NULL)
            return host_report_failure(BS_ERROR_FAULT);
        *result = bs_get32(memory) + 1;
        bs_put32(memory, *result);
        break;
    case HOST_PROGRAM_SPIN:
        while (!host_stop_requested()) {
            host_wire_receive(true);
            host_wire_transmit_pended();
        }
        break;
    case HOST_PROGRAM_FLOOD:
        for (uint32_t i = 0; print_line(i); i++)
            host_wire_transmit_pended();
        break;
    case HOST_PROGRAM_FAIL:
        return fail_assertion((uint8_t)arguments[0]);
    case HOST_PROGRAM_DIE:
        host_wire_flush();
        exit(0);
    case HOST_PROGRAM_EPITAPH:
        firmware_fails();
        break;
    case HOST_PROGRAM_TEXT:
        host_wire_text("warning: \x1b[31mred\x1b[0m\r\n");
        break;
    case HOST_PROGRAM_REBOOT:
        bs_link_init();
        break;
    case HOST_PROGRAM_VALUES:
        whole = print_values();
        break;
    case HOST_PROGRAM_BABBLE:
        babble();
        break;
    case HOST_PROGRAM_DEAF:
        host_wire_ignore();
        break;
    default:
        return host_report_failure(BS_ERROR_FAULT);
    }
    return whole && !host_stop_requested() ? true : host_report_failure(BS_ERROR_INTERRUPTED);
}
