/**
 * The host's end of the link to a device.
 *
 * <p>{@link org.bluescript.link.Device} is what callers use: it writes and reads memory, calls functions and
 * reports what they do. Below it stand three layers, each of which can be tested without the next:
 *
 * <ul>
 *   <li>{@link org.bluescript.link.Link} has the threads: one reads the transport, callers wait. It holds a lock
 *       and a queue of events, and no protocol.
 *   <li>{@link org.bluescript.link.Session} has the protocol: sequence numbers, the window, acknowledgements and
 *       retransmission. It is a state machine that is told what arrives and what time it is.
 *   <li>{@link org.bluescript.link.transport.Transport} moves bytes.
 * </ul>
 *
 * <p>All retransmission is driven from here; the device has no timer. While a program runs the host stays silent
 * except for the acknowledgements that keep the device's queue from filling, so that instruction counts can be
 * repeated; on a wire that can lose bytes it also asks now and then whether it missed something
 * ({@link org.bluescript.link.LinkTiming}).
 *
 * <p>Nothing the device sends may make the host hang, grow without bound or fail otherwise than by a
 * {@link org.bluescript.link.LinkException}.
 */
package org.bluescript.link;
