/*
 * Frames: COBS between zero bytes, CRC-32C over header and payload (mcu-link/PROTOCOL.md, "Frames").
 *
 * Decoding works a byte at a time and keeps a running CRC, so that a frame's end costs no more than any
 * other byte; encoding works from where the bytes are, without a buffer.
 */
#ifndef BS_FRAME_H
#define BS_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "bs_protocol.h"

/* Offsets in a frame before COBS. */
enum bs_frame_layout {
    BS_FRAME_KIND = 0,        /* u8 */
    BS_FRAME_FLAGS = 1,       /* u8, 0 */
    BS_FRAME_SEQUENCE = 2,    /* u16 number of this message; 0 in control frames */
    BS_FRAME_ACKNOWLEDGE = 4, /* u16 number of the message expected next from the receiver of this frame */
    BS_FRAME_SESSION = 6,     /* u32 */
    BS_FRAME_PAYLOAD = 10,
    BS_FRAME_CRC_SIZE = 4,    /* u32 CRC-32C of all before it */
};

#define BS_FRAME_LARGEST (BS_FRAME_PAYLOAD + BS_LARGEST_REQUEST + BS_FRAME_CRC_SIZE)

/* Little-endian integers at any address. */
static inline uint32_t bs_get16(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static inline uint32_t bs_get32(const uint8_t *at)
{
    return bs_get16(at) | bs_get16(at + 2) << 16;
}

static inline void bs_put16(uint8_t *at, uint32_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static inline void bs_put32(uint8_t *at, uint32_t value)
{
    bs_put16(at, value);
    bs_put16(at + 2, value >> 16);
}

/* CRC-32C (Castagnoli, reflected). A value in progress starts as BS_CRC_START and ends by inversion. */
#define BS_CRC_START 0xffffffffu
uint32_t bs_crc_byte(uint32_t crc, uint8_t byte);

/* The CRC-32C of a range of memory: what CHECKSUM answers. */
uint32_t bs_crc_memory(const uint8_t *start, uint32_t length);

/* A frame being received. All zero is its initial state. */
typedef struct bs_frame_decoder {
    uint32_t crc;
    uint16_t length;   /* bytes decoded so far */
    uint8_t block;     /* code byte of the current COBS block, 0 before the first */
    uint8_t remaining; /* bytes of it still to come */
    bool too_long;
    uint8_t bytes[BS_FRAME_LARGEST];
} bs_frame_decoder;

enum bs_frame_event {
    BS_FRAME_GOING_ON, /* nothing to do */
    BS_FRAME_COMPLETE, /* bytes[0..length) is a frame without its CRC, valid until the next byte is decoded */
    BS_FRAME_DAMAGED,  /* something that is no frame ended here */
};

enum bs_frame_event bs_frame_decode(bs_frame_decoder *decoder, uint8_t byte);

/* Where an encoder finds byte `index` of a payload. */
typedef uint8_t (*bs_frame_source)(const void *payload, uint32_t index);

/* Passes the wire form of header, payload and CRC to `transmit`, delimiters included. */
void bs_frame_encode(const uint8_t header[BS_FRAME_PAYLOAD], bs_frame_source source, const void *payload,
                     uint32_t length, void (*transmit)(uint8_t byte));

#endif
