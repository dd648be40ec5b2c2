/**
 * What the messages between host and device say, as values.
 *
 * <p>{@link org.bluescript.link.protocol.Request} is what the host asks,
 * {@link org.bluescript.link.protocol.DeviceEvent} what a program on the device does,
 * {@link org.bluescript.link.protocol.DeviceDescription} what a device says of itself. Each knows its bytes;
 * {@code PROTOCOL.md} of this module, "Messages", is the specification, and
 * {@link org.bluescript.link.protocol.ProtocolNumbers} is the twin of the C header {@code bs_protocol.h}.
 *
 * <p>Whatever a device sends, decoding ends with a value or a
 * {@link org.bluescript.link.protocol.MalformedMessage}, and takes no more memory than the message has bytes.
 */
package org.bluescript.link.protocol;
