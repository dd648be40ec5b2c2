/**
 * Boards: what they are, which exist, and how to get an emulated one to run.
 *
 * <p>A board is data: {@code mcu-runtime/boards/NAME/board.json}, read into a
 * {@link org.bluescript.link.board.Board}. Adding a board adds no Java.
 * {@link org.bluescript.link.board.EmulatedBoard} starts the emulator that the file names and connects to it over a
 * Unix-domain socket; a real board is reached through its serial port
 * ({@link org.bluescript.link.transport.SerialTransport}).
 */
package org.bluescript.link.board;
