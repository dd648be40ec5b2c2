/**
 * The command {@code bluescript}: the only part that knows all the others.
 *
 * <p>A command reads its options, does its work through a {@link org.bluescript.cli.session.Session} and gives an
 * {@link org.bluescript.cli.ExitStatus}. What the user's program prints goes to standard output, everything else to
 * standard error; both come in by a {@link org.bluescript.cli.Console}, so that a test can run any command without a
 * process. Only {@link org.bluescript.cli.Main} ends the process.
 *
 * <p>Errors come in three families, and each has its exit status: mistakes in the user's program are reported where they
 * are and carry no trace; the world (a tool, a board, a port, the link) ends in a
 * {@link org.bluescript.cli.CommandException} that says what to do next; anything else that is thrown is a bug of ours.
 */
package org.bluescript.cli;
