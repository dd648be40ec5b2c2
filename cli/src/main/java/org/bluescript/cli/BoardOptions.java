package org.bluescript.cli;

import org.bluescript.link.board.Boards;
import picocli.CommandLine.Option;

/** Which device a command talks to. */
final class BoardOptions {
    @Option(names = "--board", paramLabel = "NAME", defaultValue = Boards.DEFAULT,
            description = "The board to run on; see 'bluescript boards' (default: stm32f405).")
    String board;

    @Option(names = "--port", paramLabel = "PATH",
            description = "The serial port of a board with our firmware; without it the board is emulated.")
    String port;
}
