/**
 * Frames on a wire that may lose, damage or repeat bytes.
 *
 * <p>A frame is a header, a payload and a CRC-32C over both, in COBS, between zero bytes. A receiver that
 * starts in the middle, or that lost a piece, finds its place again at the next zero. Nothing here knows
 * what a frame means; {@code PROTOCOL.md} of this module, "Frames", is the specification, and the files in
 * {@code src/test/vectors} are examples that the device's C code is tested with as well.
 *
 * <p>A device may also send bytes that are no frame: a boot loader's greeting, another firmware's prompt.
 * {@link org.bluescript.link.frame.FrameReceiver} tells them from damaged frames, and
 * {@link org.bluescript.link.frame.VisibleText} makes them harmless to a terminal.
 */
package org.bluescript.link.frame;
