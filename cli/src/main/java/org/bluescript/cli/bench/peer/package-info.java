/**
 * Other languages for microcontrollers, to run the same benchmarks: whoever answers at a serial port, a socket or in an
 * emulator with the prompt of his own.
 *
 * <p>{@link org.bluescript.cli.bench.peer.Peer} is the contender: it connects when the first benchmark is to run, sends the peer's
 * version of the program, and asks for its result and for what a counter counted meanwhile. How one talks to a peer is a
 * {@link org.bluescript.cli.bench.peer.Prompt}, of which there are two: MicroPython's raw REPL and Espruino's console. A peer that is
 * missing, busy, slow, out of memory or wrong is a {@link org.bluescript.cli.bench.Cell.Unavailable} with the reason, whatever it was.
 */
package org.bluescript.cli.bench.peer;
