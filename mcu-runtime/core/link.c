#include "link.h"

#include "frame.h"

/*
 * Messages that the host has not acknowledged stand in a ring of bytes, each as u16 length, u8 kind and
 * payload. They have consecutive sequence numbers, so none is stored. `unsent` is where transmission
 * goes on; sending again is setting it back to the beginning.
 */
#define QUEUE BS_LINK_QUEUE
#define RECORD 3u /* bytes that a message takes beside its payload */

#define SMALL_REPLY 32u                                  /* bytes of data for which there is always room */
#define REPLY_HEADER 2u                                  /* the request's sequence number */
#define REPLY_ROOM (RECORD + REPLY_HEADER + SMALL_REPLY) /* in the ring */

/* What messages that are no replies leave free, so that a program's output never keeps the host from
 * interrupting it. */
#define RESERVE (BS_REQUEST_WINDOW * REPLY_ROOM)

#define NO_CONTROL 0xffu

static struct {
    bs_frame_decoder decoder;

    uint32_t session;  /* 0: none */
    uint32_t previous; /* the session before it; a HELLO of that one is an old frame that comes late */
    uint16_t expected; /* sequence number of the next request */
    uint16_t request;  /* sequence number of the request being served */
    bool answered;     /* it has its reply */
    bool declined;     /* its reply found no room */

    uint8_t control;          /* a control frame to transmit, or NO_CONTROL */
    uint32_t control_session; /* the session it belongs to */

    uint16_t first;                 /* index in `queue` of the oldest message */
    uint16_t used;                  /* bytes from there */
    uint16_t unsent;                /* bytes from there to the first message to transmit */
    uint16_t first_sequence;        /* of the oldest message */
    uint16_t unsent_sequence;       /* of the first message to transmit */
    uint16_t end_sequence;          /* of the next message to be queued */
    uint16_t acknowledged;          /* the host has everything before this */
    bool rewind;                    /* transmit everything again */
    bool transmitting;              /* bs_link_transmit is in the middle of... */
    uint16_t transmitting_sequence; /* ...this message */

    uint8_t queue[QUEUE];
} link;

/* ---- the ring ---- */

static uint32_t ring_index(uint32_t offset)
{
    uint32_t index = link.first + offset;
    return index < QUEUE ? index : index - QUEUE;
}

static uint8_t ring_get(uint32_t offset)
{
    return link.queue[ring_index(offset)];
}

static uint32_t record_size(uint32_t offset)
{
    return RECORD + ring_get(offset) + ((uint32_t)ring_get(offset + 1) << 8);
}

static void ring_append(uint8_t byte)
{
    link.queue[ring_index(link.used)] = byte;
    link.used++;
}

static uint32_t ring_room(void)
{
    return QUEUE - link.used;
}

static void append_header(uint8_t kind, uint32_t length)
{
    ring_append((uint8_t)length);
    ring_append((uint8_t)(length >> 8));
    ring_append(kind);
    link.end_sequence++;
}

static void append_bytes(const uint8_t *bytes, uint32_t length)
{
    while (length-- != 0)
        ring_append(*bytes++);
}

/* Forgets acknowledged messages, but not the one that is being transmitted, nor what follows it. */
static void release(void)
{
    while (link.first_sequence != link.acknowledged
           && !(link.transmitting && link.first_sequence == link.transmitting_sequence)) {
        uint32_t size = record_size(0);
        link.first = (uint16_t)ring_index(size);
        link.used = (uint16_t)(link.used - size);
        link.first_sequence++;
        if (link.unsent >= size) {
            link.unsent = (uint16_t)(link.unsent - size);
        } else {
            link.unsent = 0;
            link.unsent_sequence = link.first_sequence;
        }
    }
}

/* ---- receive level ---- */

static void send_control(uint8_t kind, uint32_t session)
{
    link.control = kind;
    link.control_session = session;
    bs_hal_link_pend();
}

static void send_again(void)
{
    if (bs_link_flushed()) {
        send_control(BS_FRAME_ACK, link.session);
    } else {
        link.rewind = true;
        bs_hal_link_pend();
    }
}

static void open_session(uint32_t session)
{
    link.previous = link.session;
    link.session = session;
    link.expected = 0;
    link.control = NO_CONTROL;
    link.first = link.used = link.unsent = 0;
    link.first_sequence = link.unsent_sequence = link.end_sequence = link.acknowledged = 0;
    link.rewind = false;
    /* If a frame of the old session is being transmitted, its rest may be garbage from now on. The host
     * ignores it: its header names the old session. */
}

static void take_acknowledgement(uint16_t next)
{
    /* Beyond what was queued it is an error of the host's; then it says nothing. */
    if ((uint16_t)(next - link.acknowledged) <= (uint16_t)(link.end_sequence - link.acknowledged)) {
        link.acknowledged = next;
        release();
    }
}

static void answer(uint8_t kind, const uint8_t *data, uint32_t length)
{
    uint8_t number[REPLY_HEADER];
    link.answered = true;
    if (length > BS_LARGEST_READ || ring_room() < RECORD + REPLY_HEADER + length) {
        link.declined = true;
        return;
    }
    bs_put16(number, link.request);
    append_header(kind, REPLY_HEADER + length);
    append_bytes(number, REPLY_HEADER);
    append_bytes(data, length);
}

void bs_link_reply(const uint8_t *data, uint32_t length)
{
    answer(BS_MESSAGE_REPLY, data, length);
}

void bs_link_refuse(uint8_t reason)
{
    answer(BS_MESSAGE_REFUSED, &reason, 1);
}

static void take_request(uint8_t op, uint16_t sequence, const uint8_t *payload, uint32_t length)
{
    uint16_t ahead = (uint16_t)(sequence - link.expected);
    if (ahead >= 0x8000u) {
        send_again(); /* a repetition: the host has not got the answer */
        return;
    }
    if (ahead != 0 || ring_room() < REPLY_ROOM) {
        send_control(BS_FRAME_NAK, link.session);
        return;
    }
    link.request = sequence;
    link.answered = link.declined = false;
    bs_device_message(op, payload, length);
    if (!link.answered)
        bs_link_refuse(BS_REFUSAL_UNKNOWN);
    if (link.declined) {
        send_control(BS_FRAME_NAK, link.session);
        return;
    }
    link.expected++;
    bs_hal_link_pend();
}

static void take_frame(const uint8_t *frame, uint32_t length)
{
    uint8_t kind = frame[BS_FRAME_KIND];
    uint32_t session = bs_get32(frame + BS_FRAME_SESSION);

    if (kind == BS_OP_HELLO && session != 0 && session != link.session && session != link.previous)
        open_session(session);
    if (session == 0 || session != link.session) {
        send_control(BS_FRAME_LOST, session);
        return;
    }
    take_acknowledgement((uint16_t)bs_get16(frame + BS_FRAME_ACKNOWLEDGE));
    if (kind == BS_FRAME_POLL)
        send_again();
    else if (kind >= BS_OP_HELLO && kind < BS_MESSAGE_REPLY)
        take_request(kind, (uint16_t)bs_get16(frame + BS_FRAME_SEQUENCE), frame + BS_FRAME_PAYLOAD,
                     length - BS_FRAME_PAYLOAD);
}

void bs_link_receive(uint8_t byte)
{
    switch (bs_frame_decode(&link.decoder, byte)) {
    case BS_FRAME_COMPLETE:
        take_frame(link.decoder.bytes, link.decoder.length);
        break;
    case BS_FRAME_DAMAGED:
        if (link.session != 0)
            send_control(BS_FRAME_NAK, link.session);
        break;
    case BS_FRAME_GOING_ON:
        break;
    }
}

/* ---- transmit level ---- */

static uint8_t ring_source(const void *start, uint32_t index)
{
    const uint16_t *at = start;
    uint32_t position = *at + index;
    return link.queue[position < QUEUE ? position : position - QUEUE];
}

static uint8_t memory_source(const void *start, uint32_t index)
{
    const uint8_t *at = start;
    return at[index];
}

static void put_header(uint8_t *header, uint8_t kind, uint16_t sequence, uint32_t session)
{
    header[BS_FRAME_KIND] = kind;
    header[BS_FRAME_FLAGS] = 0;
    bs_put16(header + BS_FRAME_SEQUENCE, sequence);
    bs_put16(header + BS_FRAME_ACKNOWLEDGE, link.expected);
    bs_put32(header + BS_FRAME_SESSION, session);
}

/* Takes the next frame to transmit out of the state, masked: its header, where its payload starts in the
 * ring, and its length. False if there is none. */
static bool next_frame(uint8_t *header, uint16_t *start, uint32_t *length)
{
    release();
    if (link.control != NO_CONTROL) {
        put_header(header, link.control, 0, link.control_session);
        link.control = NO_CONTROL;
        *start = 0;
        *length = 0;
        return true;
    }
    if (link.rewind) {
        link.rewind = false;
        link.unsent = 0;
        link.unsent_sequence = link.first_sequence;
    }
    if (link.unsent == link.used)
        return false;
    put_header(header, ring_get(link.unsent + 2u), link.unsent_sequence, link.session);
    link.transmitting = true;
    link.transmitting_sequence = link.unsent_sequence++;
    *start = (uint16_t)ring_index(link.unsent + RECORD);
    *length = record_size(link.unsent) - RECORD;
    link.unsent = (uint16_t)(link.unsent + RECORD + *length);
    return true;
}

void bs_link_transmit(void)
{
    for (;;) {
        uint8_t header[BS_FRAME_PAYLOAD];
        uint16_t start;
        uint32_t length;

        bs_hal_link_mask();
        link.transmitting = false;
        bool some = next_frame(header, &start, &length);
        bs_hal_link_unmask();
        if (!some)
            return;
        bs_frame_encode(header, ring_source, &start, length, bs_hal_transmit);
    }
}

bool bs_link_send(uint8_t kind, const uint8_t *payload, uint32_t length)
{
    bs_hal_link_mask();
    release();
    bool session = link.session != 0;
    bool room = ring_room() >= RECORD + length + RESERVE;
    if (session && room) {
        append_header(kind, length);
        append_bytes(payload, length);
    }
    bs_hal_link_unmask();
    bs_link_transmit();
    return room || !session;
}

bool bs_link_flushed(void)
{
    return link.acknowledged == link.end_sequence;
}

void bs_link_init(void)
{
    uint8_t header[BS_FRAME_PAYLOAD];
    link.decoder.block = 0;
    open_session(0);
    link.previous = 0;
    link.transmitting = false;
    put_header(header, BS_FRAME_BOOTED, 0, 0);
    bs_frame_encode(header, memory_source, header, 0, bs_hal_transmit);
}

void bs_link_epitaph(const uint8_t *payload, uint32_t length)
{
    uint8_t header[BS_FRAME_PAYLOAD];
    put_header(header, BS_FRAME_EPITAPH, 0, link.session);
    bs_frame_encode(header, memory_source, payload, length, bs_hal_transmit);
}
