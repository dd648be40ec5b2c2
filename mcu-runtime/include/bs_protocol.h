/*
 * The numbers of the link protocol. mcu-link/PROTOCOL.md is the specification, byte for byte; the Java
 * twin is org.bluescript.link.protocol.ProtocolNumbers, and a test compares the two.
 *
 * All integers on the wire are little endian and unaligned.
 */
#ifndef BS_PROTOCOL_H
#define BS_PROTOCOL_H

#define BS_PROTOCOL_VERSION 1

/* What a frame is. */
enum bs_frame_kind {
    /* Control frames: no sequence number of their own, never acknowledged, never queued. */
    BS_FRAME_ACK = 0x00,     /* both ways: only the header's acknowledgement */
    BS_FRAME_POLL = 0x01,    /* host: send again what I have not acknowledged, or else an ACK */
    BS_FRAME_NAK = 0x02,     /* device: I lack the message that the header's acknowledgement names */
    BS_FRAME_LOST = 0x03,    /* device: I know nothing of the session of the frame I just received */
    BS_FRAME_BOOTED = 0x04,  /* device: I have just started and have no session */
    BS_FRAME_EPITAPH = 0x05, /* device: my firmware has failed; layout of FAILED up to its counts, then text */

    /* Requests, host to device, in sequence: each has exactly one REPLY or REFUSED. */
    BS_OP_HELLO = 0x10,     /* u8 protocol version; opens the session; reply: see BS_HELLO_... */
    BS_OP_WRITE = 0x11,     /* u32 address, bytes; reply: nothing */
    BS_OP_READ = 0x12,      /* u32 address, u16 length; reply: the bytes */
    BS_OP_CHECKSUM = 0x13,  /* u32 address, u32 length, u16 count or nothing; reply: u32 CRC-32C of each of `count` (or 1)
                               stretches of that length, one behind the other */
    BS_OP_HEAP = 0x14,      /* u32 base, end, starts, roots of bs_heap; reply: nothing */
    BS_OP_CALL = 0x15,      /* u32 entry, 0 to 4 argument words; reply: nothing; RETURNED or FAILED follows */
    BS_OP_INTERRUPT = 0x16, /* stop the running program; reply: nothing; FAILED(INTERRUPTED) follows, unless it had ended */
    BS_OP_RESET = 0x17,     /* stop, forget the program, fresh stack; reply: nothing; no RETURNED or FAILED follows it */
    BS_OP_PING = 0x18,      /* up to 32 bytes; reply: the same bytes */
    BS_OP_SAMPLE = 0x19,    /* reply: where the running program is, see BS_SAMPLE_... */

    /* Messages, device to host, in sequence. */
    BS_MESSAGE_REPLY = 0x80,    /* u16 sequence number of the request, bytes */
    BS_MESSAGE_REFUSED = 0x81,  /* u16 sequence number of the request, u8 enum bs_refusal */
    BS_MESSAGE_OUTPUT = 0x82,   /* u8 stream (enum bs_stream), u8 BS_OUTPUT_MORE or 0, values */
    BS_MESSAGE_ASSERT = 0x83,   /* text of the assertion about to fail; the last of several pieces precedes FAILED */
    BS_MESSAGE_RETURNED = 0x84, /* u32 result, u32 instructions, u32 microseconds */
    BS_MESSAGE_FAILED = 0x85,   /* see BS_FAILED_... */
};

/* The reply to SAMPLE: the top of the program's stack, where lies what the processor saved when it was interrupted
 * (ARMv7-M ARM, B1.5.7). */
enum bs_sample {
    BS_SAMPLE_SP = 0,    /* u32 address of the frame */
    BS_SAMPLE_FPCCR = 4, /* u32 floating-point context control; bit 0: the frame has room for s0 to s15 and the FPSCR */
    BS_SAMPLE_STACK = 8, /* the bytes from that address on, to the end of the stack or of what a READ may ask for */
};

/* While a program runs HELLO, WRITE, READ, INTERRUPT, RESET, PING and SAMPLE are served; everything else is refused as BUSY. To the
 * program a WRITE happens between two of its instructions. */
enum bs_refusal {
    BS_REFUSAL_BUSY = 1,    /* a program is running */
    BS_REFUSAL_RANGE = 2,   /* an address, or the end of its range, is outside the regions that allow this */
    BS_REFUSAL_LENGTH = 3,  /* the payload is too short, too long, or asks for too much */
    BS_REFUSAL_UNKNOWN = 4, /* no such request */
    BS_REFUSAL_STATE = 5,   /* not possible now, e.g. nothing runs that could be interrupted */
};

/* Values of an OUTPUT message: a tag, then what the tag says. A print's values are joined by one space,
 * except after a value whose tag has BS_VALUE_GLUED; the line ends with the last value of a message
 * without BS_OUTPUT_MORE. A long text is several glued pieces, cut at any byte. */
enum bs_value {
    BS_VALUE_INTEGER = 1, /* i32 */
    BS_VALUE_FLOAT = 2,   /* binary32 */
    BS_VALUE_FALSE = 3,
    BS_VALUE_TRUE = 4,
    BS_VALUE_NULL = 5,
    BS_VALUE_TEXT = 6,    /* u8 length, that many bytes of UTF-8 */
    BS_VALUE_GLUED = 0x80 /* or-ed to a tag: no space between this value and the next, which may be in the next message */
};
#define BS_OUTPUT_MORE 1u /* the line goes on in the next OUTPUT message, whose last one says the stream of the whole line */

/* REPLY to HELLO, after the request's sequence number. */
enum bs_hello_layout {
    BS_HELLO_VERSION = 0,          /* u8 BS_PROTOCOL_VERSION */
    BS_HELLO_STATE = 1,            /* u8 enum bs_device_state */
    BS_HELLO_LARGEST_REQUEST = 2,  /* u16 bytes of payload that the device takes */
    BS_HELLO_LARGEST_MESSAGE = 4,  /* u16 bytes of payload that the device sends, request number of a REPLY included */
    BS_HELLO_LARGEST_READ = 6,     /* u16 bytes that one READ may ask for */
    BS_HELLO_QUEUE = 8,            /* u16 bytes of the queue of unacknowledged messages; each takes 3 and its payload */
    BS_HELLO_REQUESTS = 10,        /* u8 requests that may be unanswered at a time */
    BS_HELLO_REGIONS = 11,         /* u8 number of regions */
    BS_HELLO_BUILD = 12,           /* u32 identifies the firmware build */
    BS_HELLO_HEAP = 16,            /* u32 address of bs_heap */
    BS_HELLO_REGION = 20,          /* the regions: u8 enum bs_region_kind, u32 base, u32 size each (9 bytes) */
    BS_HELLO_REGION_SIZE = 9,      /* after the regions: u8 length of the board's name, that many bytes */
};

enum bs_device_state {
    BS_STATE_IDLE = 0,    /* no program, or it has returned */
    BS_STATE_RUNNING = 1, /* a program is running */
    BS_STATE_FAILED = 2,  /* a program has failed; its stack can be read */
};

enum bs_region_kind {
    BS_REGION_CODE = 1,     /* read, write, call */
    BS_REGION_DATA = 2,     /* read, write */
    BS_REGION_STACK = 3,    /* the program's stack: read */
    BS_REGION_FIRMWARE = 4, /* flash: read, call (the runtime's functions) */
    BS_REGION_CONTROL = 5,  /* bs_heap: read, write */
};

/* FAILED, and the beginning of EPITAPH. */
enum bs_failed_layout {
    BS_FAILED_ERROR = 0,         /* u8 enum bs_error */
    BS_FAILED_FLAGS = 1,         /* u8 BS_FAILED_HAS_... */
    BS_FAILED_SITE = 2,          /* u16 */
    BS_FAILED_REGISTERS = 4,     /* u32 r0 to r15: r13 is the stack pointer as it was before the exception, r15 the pc */
    BS_FAILED_PSR = 68,          /* u32 */
    BS_FAILED_CFSR = 72,         /* u32 configurable fault status register, 0 if no fault */
    BS_FAILED_HFSR = 76,         /* u32 hard fault status register */
    BS_FAILED_ADDRESS = 80,      /* u32 address of the access that failed */
    BS_FAILED_INSTRUCTIONS = 84, /* u32 not in EPITAPH: its text begins here */
    BS_FAILED_ELAPSED = 88,      /* u32 microseconds */
    BS_FAILED_SIZE = 92,
    BS_EPITAPH_TEXT = 84,
};
#define BS_FAILED_HAS_PC 1u        /* r15 is valid (a stack overflow has none) */
#define BS_FAILED_HAS_REGISTERS 2u /* r0 to r14 and psr are valid */
#define BS_FAILED_HAS_ADDRESS 4u   /* the fault address is valid */

/* Limits of this device. The host learns them from HELLO. */
#define BS_LARGEST_WRITE 512u                      /* bytes of memory in one WRITE */
#define BS_LARGEST_REQUEST (4u + BS_LARGEST_WRITE) /* bytes of payload */
#define BS_LARGEST_READ 256u                       /* bytes of memory in one READ */
#define BS_LARGEST_MESSAGE (2u + BS_LARGEST_READ)  /* bytes of payload */
#define BS_LARGEST_PING 32u
#define BS_LARGEST_CHECKSUMS 32u                   /* in one CHECKSUM */
#define BS_REQUEST_WINDOW 4u /* requests that may be unanswered at a time */

#endif
