/*
 * A board without hardware: the firmware's link in a process of the host, over a memory of its own. It
 * serves every request as a board does, but instead of running code it plays one of a few programs, so
 * that the link can be tested fast, without an emulator, and under a sanitizer.
 */
#ifndef HOST_BOARD_H
#define HOST_BOARD_H

#include <stdbool.h>
#include <stdint.h>

#define HOST_MEMORY_BASE 0x20000000u
#define HOST_MEMORY_SIZE 0x10000u
#define HOST_STACK_BASE 0x20010000u
#define HOST_STACK_SIZE 0x1000u

/* ---- host_wire.c: the wire ---- */

/* Opens the wire: connects to the Unix-domain socket `path`, or makes a pseudo-terminal if it is 0 and
 * prints the path of its other end. */
void host_wire_open(const char *path);

/* Passes what has arrived to the link, as the receive interrupt would; if `wait`, waits until something
 * has. Ends the process when the peer is gone. */
void host_wire_receive(bool wait);

/* Hands what was transmitted to the kernel. */
void host_wire_flush(void);

/* Runs the transmit level if the receive level asked for it. */
void host_wire_transmit_pended(void);

/* Reads and drops everything until the peer is gone, then ends the process. */
_Noreturn void host_wire_ignore(void);

/* Sends bytes that are no frame. */
void host_wire_text(const char *text);

/* ---- host_board.c: the memory and the state of the program ---- */

/* Memory at a device address, or 0 if any of the range is outside. */
uint8_t *host_memory(uint32_t address, uint32_t length);

/* True once the running program is to stop. */
bool host_stop_requested(void);

/* Sends FAILED for the running program, unless it is to be forgotten. Returns false. */
bool host_report_failure(uint8_t error);

/* ---- host_program.c: the programs, by entry address ---- */

enum host_program {
    HOST_PROGRAM_ADD = HOST_MEMORY_BASE + 0x00,       /* returns the sum of its arguments */
    HOST_PROGRAM_COUNT = HOST_MEMORY_BASE + 0x04,     /* (n): prints `line i` for i < n, returns n */
    HOST_PROGRAM_CHECKSUM = HOST_MEMORY_BASE + 0x08,  /* (address, length): prints the memory as text, returns its CRC-32C */
    HOST_PROGRAM_SPIN = HOST_MEMORY_BASE + 0x0c,      /* runs until it is interrupted */
    HOST_PROGRAM_FLOOD = HOST_MEMORY_BASE + 0x10,     /* prints until it is interrupted */
    HOST_PROGRAM_FAIL = HOST_MEMORY_BASE + 0x14,      /* (error): asserts and fails */
    HOST_PROGRAM_DIE = HOST_MEMORY_BASE + 0x18,       /* ends the process without a word */
    HOST_PROGRAM_EPITAPH = HOST_MEMORY_BASE + 0x1c,   /* the firmware fails */
    HOST_PROGRAM_TEXT = HOST_MEMORY_BASE + 0x20,      /* sends bytes that are no frame, escape sequences among them */
    HOST_PROGRAM_REBOOT = HOST_MEMORY_BASE + 0x24,    /* starts the link anew, as a reset of the board would */
    HOST_PROGRAM_VALUES = HOST_MEMORY_BASE + 0x28,    /* prints a value of every kind and a text in pieces */
    HOST_PROGRAM_INCREMENT = HOST_MEMORY_BASE + 0x2c, /* (address): adds 1 to the word there and returns it */
    HOST_PROGRAM_BABBLE = HOST_MEMORY_BASE + 0x30,    /* sends bytes without a zero among them for ever */
    HOST_PROGRAM_DEAF = HOST_MEMORY_BASE + 0x34,      /* never answers anything again */
};

/* Runs the program, which sends its own output. False if it failed and has sent why. */
bool host_program_run(uint32_t entry, const uint32_t arguments[4], uint32_t *result);

#endif
