#include "frame.h"

/* The register's value after a message and its own CRC, whatever the message. */
#define CRC_RESIDUE 0xb798b438u

uint32_t bs_crc_byte(uint32_t crc, uint8_t byte)
{
    /* Four bits at a time: 64 bytes of table are what flash can spare. Polynomial 0x82f63b78, reflected. */
    static const uint32_t table[16] = {
        0x00000000u, 0x105ec76fu, 0x20bd8edeu, 0x30e349b1u, 0x417b1dbcu, 0x5125dad3u, 0x61c69362u, 0x7198540du,
        0x82f63b78u, 0x92a8fc17u, 0xa24bb5a6u, 0xb21572c9u, 0xc38d26c4u, 0xd3d3e1abu, 0xe330a81au, 0xf36e6f75u,
    };
    crc ^= byte;
    crc = crc >> 4 ^ table[crc & 15u];
    return crc >> 4 ^ table[crc & 15u];
}

uint32_t bs_crc_memory(const uint8_t *start, uint32_t length)
{
    uint32_t crc = BS_CRC_START;
    while (length-- != 0)
        crc = bs_crc_byte(crc, *start++);
    return ~crc;
}

static void put(bs_frame_decoder *decoder, uint8_t byte)
{
    if (decoder->length == BS_FRAME_LARGEST) {
        decoder->too_long = true;
        return;
    }
    decoder->bytes[decoder->length++] = byte;
    decoder->crc = bs_crc_byte(decoder->crc, byte);
}

static enum bs_frame_event end_of_frame(bs_frame_decoder *decoder)
{
    bool nothing = decoder->block == 0;
    bool whole = decoder->remaining == 0 && !decoder->too_long
                 && decoder->length >= BS_FRAME_PAYLOAD + BS_FRAME_CRC_SIZE && decoder->crc == CRC_RESIDUE;
    decoder->block = 0;
    if (nothing)
        return BS_FRAME_GOING_ON; /* two delimiters in a row */
    if (!whole)
        return BS_FRAME_DAMAGED;
    decoder->length = (uint16_t)(decoder->length - BS_FRAME_CRC_SIZE);
    return BS_FRAME_COMPLETE;
}

enum bs_frame_event bs_frame_decode(bs_frame_decoder *decoder, uint8_t byte)
{
    if (byte == 0)
        return end_of_frame(decoder);
    if (decoder->block == 0) {
        decoder->crc = BS_CRC_START;
        decoder->length = 0;
        decoder->too_long = false;
    } else if (decoder->remaining != 0) {
        decoder->remaining--;
        put(decoder, byte);
        return BS_FRAME_GOING_ON;
    } else if (decoder->block != 0xff) {
        put(decoder, 0);
    }
    decoder->block = byte;
    decoder->remaining = (uint8_t)(byte - 1);
    return BS_FRAME_GOING_ON;
}

/* A frame as one sequence of bytes: header, payload, CRC. */
typedef struct frame_view {
    const uint8_t *header;
    bs_frame_source source;
    const void *payload;
    uint32_t length;
    uint8_t crc[BS_FRAME_CRC_SIZE];
} frame_view;

static uint8_t byte_at(const frame_view *frame, uint32_t index)
{
    if (index < BS_FRAME_PAYLOAD)
        return frame->header[index];
    index -= BS_FRAME_PAYLOAD;
    if (index < frame->length)
        return frame->source(frame->payload, index);
    return frame->crc[index - frame->length];
}

void bs_frame_encode(const uint8_t header[BS_FRAME_PAYLOAD], bs_frame_source source, const void *payload,
                     uint32_t length, void (*transmit)(uint8_t byte))
{
    frame_view frame = {header, source, payload, length, {0}};
    uint32_t covered = BS_FRAME_PAYLOAD + length;
    uint32_t total = covered + BS_FRAME_CRC_SIZE;
    uint32_t crc = BS_CRC_START;

    for (uint32_t i = 0; i < covered; i++)
        crc = bs_crc_byte(crc, byte_at(&frame, i));
    bs_put32(frame.crc, ~crc);

    transmit(0); /* ends whatever half of a frame the wire may have left behind */
    for (uint32_t i = 0;; i++) {
        uint32_t run = 0;
        while (run < 254 && i + run < total && byte_at(&frame, i + run) != 0)
            run++;
        transmit((uint8_t)(run + 1));
        for (uint32_t end = i + run; i < end; i++)
            transmit(byte_at(&frame, i));
        if (i == total)
            break;
        if (run == 254)
            i--; /* a full block stands for no zero */
    }
    transmit(0);
}
