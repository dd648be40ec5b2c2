#include "host_board.h"

#include <string.h>

#include "bs_trap.h"
#include "frame.h"
#include "link.h"

static uint8_t memory[HOST_MEMORY_SIZE + HOST_STACK_SIZE]; /* data, then stack */

static struct {
    enum bs_device_state state;
    uint32_t called;    /* number of the last CALL */
    uint32_t running;   /* number of the CALL whose program runs, or ran last */
    uint32_t stopped;   /* calls up to this number are to stop */
    uint32_t forgotten; /* calls up to this number are to say nothing any more */
    uint32_t entry;
    uint32_t arguments[4];
} program;

static bool contains(uint32_t base, uint32_t size, uint32_t address, uint32_t length)
{
    return address >= base && address - base <= size && length <= size - (address - base);
}

uint8_t *host_memory(uint32_t address, uint32_t length)
{
    return contains(HOST_MEMORY_BASE, sizeof memory, address, length) ? memory + (address - HOST_MEMORY_BASE) : NULL;
}

bool host_stop_requested(void)
{
    return program.running <= program.stopped;
}

static void reply_hello(const uint8_t *payload, uint32_t length)
{
    static const char board[] = "host";
    uint8_t reply[BS_HELLO_REGION + 2 * BS_HELLO_REGION_SIZE + sizeof board] = {0};
    uint8_t *region = reply + BS_HELLO_REGION;

    if (length < 1 || payload[0] < 1) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
        return;
    }
    reply[BS_HELLO_VERSION] = BS_PROTOCOL_VERSION;
    reply[BS_HELLO_STATE] = (uint8_t)program.state;
    bs_put16(reply + BS_HELLO_LARGEST_REQUEST, BS_LARGEST_REQUEST);
    bs_put16(reply + BS_HELLO_LARGEST_MESSAGE, BS_LARGEST_MESSAGE);
    bs_put16(reply + BS_HELLO_LARGEST_READ, BS_LARGEST_READ);
    bs_put16(reply + BS_HELLO_QUEUE, 768);
    reply[BS_HELLO_REQUESTS] = BS_REQUEST_WINDOW;
    reply[BS_HELLO_REGIONS] = 2;
    bs_put32(reply + BS_HELLO_BUILD, 0x600dcafeu);
    bs_put32(reply + BS_HELLO_HEAP, HOST_MEMORY_BASE + 0x100);
    region[0] = BS_REGION_DATA;
    bs_put32(region + 1, HOST_MEMORY_BASE);
    bs_put32(region + 5, HOST_MEMORY_SIZE);
    region += BS_HELLO_REGION_SIZE;
    region[0] = BS_REGION_STACK;
    bs_put32(region + 1, HOST_STACK_BASE);
    bs_put32(region + 5, HOST_STACK_SIZE);
    region += BS_HELLO_REGION_SIZE;
    region[0] = (uint8_t)(sizeof board - 1);
    memcpy(region + 1, board, sizeof board - 1);
    bs_link_reply(reply, sizeof reply);
}

static void write_memory(const uint8_t *payload, uint32_t length)
{
    if (length < 4) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
    } else if (!contains(HOST_MEMORY_BASE, HOST_MEMORY_SIZE, bs_get32(payload), length - 4)) {
        bs_link_refuse(BS_REFUSAL_RANGE);
    } else {
        memcpy(host_memory(bs_get32(payload), length - 4), payload + 4, length - 4);
        bs_link_reply(NULL, 0);
    }
}

static void read_memory(const uint8_t *payload, uint32_t length)
{
    if (length != 6 || bs_get16(payload + 4) > BS_LARGEST_READ) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
    } else if (host_memory(bs_get32(payload), bs_get16(payload + 4)) == NULL) {
        bs_link_refuse(BS_REFUSAL_RANGE);
    } else {
        bs_link_reply(host_memory(bs_get32(payload), bs_get16(payload + 4)), bs_get16(payload + 4));
    }
}

static void checksum_memory(const uint8_t *payload, uint32_t length)
{
    uint8_t sums[4 * BS_LARGEST_CHECKSUMS];
    uint32_t count = length == 8 ? 1 : length == 10 ? bs_get16(payload + 8) : 0;
    if (count - 1 >= BS_LARGEST_CHECKSUMS) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
        return;
    }
    uint32_t address = bs_get32(payload), size = bs_get32(payload + 4);
    for (uint32_t i = 0; i < count; i++, address += size) {
        if (host_memory(address, size) == NULL) {
            bs_link_refuse(BS_REFUSAL_RANGE);
            return;
        }
        bs_put32(sums + 4 * i, bs_crc_memory(host_memory(address, size), size));
    }
    bs_link_reply(sums, 4 * count);
}

/* The four words, as they came: this board has no heap, but a test can read them back. */
static void set_heap(const uint8_t *payload, uint32_t length)
{
    if (length != 16) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
        return;
    }
    memcpy(host_memory(HOST_MEMORY_BASE + 0x100, 16), payload, 16);
    bs_link_reply(NULL, 0);
}

static void call(const uint8_t *payload, uint32_t length)
{
    if (length < 4 || length > 20 || length % 4 != 0) {
        bs_link_refuse(BS_REFUSAL_LENGTH);
        return;
    }
    program.entry = bs_get32(payload);
    memset(program.arguments, 0, sizeof program.arguments);
    for (uint32_t i = 0; 8 + 4 * i <= length; i++)
        program.arguments[i] = bs_get32(payload + 4 + 4 * i);
    program.called++;
    program.state = BS_STATE_RUNNING;
    bs_link_reply(NULL, 0);
}

static void serve_while_running(uint8_t op, const uint8_t *payload, uint32_t length)
{
    switch (op) {
    case BS_OP_HELLO:
        reply_hello(payload, length);
        break;
    case BS_OP_INTERRUPT:
        program.stopped = program.called;
        bs_link_reply(NULL, 0);
        break;
    case BS_OP_RESET:
        program.stopped = program.forgotten = program.called;
        program.state = BS_STATE_IDLE;
        bs_link_reply(NULL, 0);
        break;
    case BS_OP_PING:
        bs_link_reply(payload, length < BS_LARGEST_PING ? length : BS_LARGEST_PING);
        break;
    case BS_OP_WRITE:
        write_memory(payload, length);
        break;
    case BS_OP_READ:
        read_memory(payload, length);
        break;
    case BS_OP_SAMPLE:
        bs_link_refuse(BS_REFUSAL_STATE); /* its program has no stack */
        break;
    default:
        bs_link_refuse(BS_REFUSAL_BUSY);
    }
}

static void serve_while_stopped(uint8_t op, const uint8_t *payload, uint32_t length)
{
    switch (op) {
    case BS_OP_CHECKSUM:
        checksum_memory(payload, length);
        break;
    case BS_OP_HEAP:
        set_heap(payload, length);
        break;
    case BS_OP_CALL:
        call(payload, length);
        break;
    case BS_OP_INTERRUPT:
        bs_link_refuse(BS_REFUSAL_STATE);
        break;
    case BS_OP_RESET:
        program.state = BS_STATE_IDLE;
        bs_link_reply(NULL, 0);
        break;
    case BS_OP_HELLO:
    case BS_OP_PING:
    case BS_OP_WRITE:
    case BS_OP_READ:
        serve_while_running(op, payload, length);
        break;
    default:
        bs_link_refuse(BS_REFUSAL_UNKNOWN);
    }
}

void bs_device_message(uint8_t op, const uint8_t *payload, uint32_t length)
{
    if (program.state == BS_STATE_RUNNING)
        serve_while_running(op, payload, length);
    else
        serve_while_stopped(op, payload, length);
}

/* Ends the running program: first the state, since the host's next request may come before the message
 * is out. */
static void finish(enum bs_device_state state, uint8_t kind, const uint8_t *message, uint32_t length)
{
    if (program.running <= program.forgotten)
        return;
    program.state = state;
    while (!bs_link_send(kind, message, length))
        host_wire_receive(true);
}

bool host_report_failure(uint8_t error)
{
    uint8_t message[BS_FAILED_SIZE] = {0};
    message[BS_FAILED_ERROR] = error;
    message[BS_FAILED_FLAGS] = BS_FAILED_HAS_PC | BS_FAILED_HAS_REGISTERS;
    bs_put16(message + BS_FAILED_SITE, 42);
    for (uint32_t i = 0; i < 16; i++)
        bs_put32(message + BS_FAILED_REGISTERS + 4 * i, 0x1000 + i);
    bs_put32(message + BS_FAILED_INSTRUCTIONS, 1234);
    bs_put32(message + BS_FAILED_ELAPSED, 56);
    finish(BS_STATE_FAILED, BS_MESSAGE_FAILED, message, sizeof message);
    return false;
}

static void run_program(void)
{
    uint8_t message[12];
    uint32_t result;
    program.running = program.called;
    if (program.running <= program.forgotten)
        return;
    if (host_program_run(program.entry, program.arguments, &result)) {
        bs_put32(message, result);
        bs_put32(message + 4, 1000);
        bs_put32(message + 8, 2000);
        finish(BS_STATE_IDLE, BS_MESSAGE_RETURNED, message, sizeof message);
    }
}

int main(int count, char **arguments)
{
    host_wire_open(count > 1 ? arguments[1] : NULL);
    bs_link_init();
    for (;;) {
        host_wire_transmit_pended();
        if (program.running != program.called)
            run_program();
        else
            host_wire_receive(true);
    }
}
