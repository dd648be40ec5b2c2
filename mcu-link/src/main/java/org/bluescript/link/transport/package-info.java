/**
 * Ways to move bytes to a device and back: a socket, a serial port, and wrappers that spoil either on purpose, or count.
 *
 * <p>A {@link org.bluescript.link.transport.Transport} knows nothing of frames and is not asked to be reliable,
 * only to say when the other end is gone.
 */
package org.bluescript.link.transport;
