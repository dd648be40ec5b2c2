/*
 * The device's end of the link: it takes bytes, checks frames, keeps sequence numbers, hands requests to
 * the executor, queues what the executor says, and sends it again when the host asks.
 *
 * There is no timer here: the host drives every retransmission. The device transmits only in answer to
 * something received, or a message that bs_link_send was given.
 *
 * Two levels of execution meet in this file and no more:
 *
 *   receive level   bs_link_receive, and from inside it bs_device_message, bs_link_reply and
 *                   bs_link_refuse. The UART's receive interrupt. Never transmits, never waits, so that
 *                   no byte is missed while one is sent.
 *   transmit level  bs_link_transmit, bs_link_send and bs_link_flushed. An exception of lower priority
 *                   than the receive interrupt, or several that never pre-empt each other (SVCall and
 *                   PendSV at one priority), or the main loop. Transmits a byte at a time with the
 *                   receive interrupt open.
 *
 * The receive level asks for the transmit level by bs_hal_link_pend (on ARMv7-M: sets PENDSVSET; the
 * PendSV handler calls bs_link_transmit). What both share is changed at transmit level only between
 * bs_hal_link_mask and bs_hal_link_unmask.
 */
#ifndef BS_LINK_H
#define BS_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "bs_protocol.h"

/* Bytes of the queue of unacknowledged messages. */
#define BS_LINK_QUEUE 768u

/* ---- for the firmware to call ---- */

/* Forgets everything and tells the host that the device has started. Transmit level, once the UART works
 * and before its receive interrupt is enabled. */
void bs_link_init(void);

/* Takes one byte from the wire. Receive level. May call bs_device_message and bs_hal_link_pend. */
void bs_link_receive(uint8_t byte);

/* Transmits what is due and returns when nothing is. Transmit level. */
void bs_link_transmit(void);

/*
 * Queues a message (BS_MESSAGE_OUTPUT, _ASSERT, _RETURNED, _FAILED) of at most BS_LARGEST_MESSAGE bytes and
 * transmits it. Transmit level. False, with nothing done, if the queue is too full: the caller waits for an
 * interrupt (the host's acknowledgement comes by one) and tries again:
 *
 *     while (!bs_link_send(kind, payload, length)) bs_hal_wait();
 *
 * The wait must not miss an interrupt that came since the call: WFI with SEVONPEND or with PRIMASK set, say.
 * Without a session the message is dropped and the result is true. The payload is copied.
 */
bool bs_link_send(uint8_t kind, const uint8_t *payload, uint32_t length);

/* True if the host has acknowledged everything that was sent. Any level. */
bool bs_link_flushed(void);

/*
 * Answers the request that bs_device_message is being called for. Receive level, exactly one of the two in
 * every call of bs_device_message. The data are copied; at most BS_LARGEST_READ bytes. There is always room
 * for 32 bytes. A longer answer may find none; then the request counts as not received and comes again, so
 * a request with an effect must not answer with more.
 */
void bs_link_reply(const uint8_t *data, uint32_t length);
void bs_link_refuse(uint8_t reason);

/*
 * Transmits an EPITAPH frame at once, past all queues, whatever was being transmitted. For the handler of a
 * fault in the firmware, at any level, when nothing else will ever run again; the handler may repeat it.
 */
void bs_link_epitaph(const uint8_t *payload, uint32_t length);

/* ---- for the firmware to provide ---- */

/* A request from the host, of at most BS_LARGEST_REQUEST bytes, every request exactly once and in order. The
 * payload is valid during the call and is not aligned; its content is an allegation. Called at receive level.
 * BS_OP_HELLO begins a session: what was queued for an earlier one is gone. */
void bs_device_message(uint8_t op, const uint8_t *payload, uint32_t length);

/* Sends one byte, waiting until the UART takes it. Transmit level, or any for an epitaph. */
void bs_hal_transmit(uint8_t byte);

/* Closes and opens the receive interrupt, for a few microseconds. Do not nest. Transmit level. */
void bs_hal_link_mask(void);
void bs_hal_link_unmask(void);

/* Sees to it that bs_link_transmit is called soon at transmit level. Receive level. A transmit-level handler
 * that is waiting (see bs_link_send) calls bs_link_transmit or bs_link_send itself when it is woken. */
void bs_hal_link_pend(void);

#endif
