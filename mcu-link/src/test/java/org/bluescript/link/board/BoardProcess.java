package org.bluescript.link.board;

import java.nio.file.Path;

/** Starts an emulated board, says so, and never ends by itself: something for a test to kill. */
final class BoardProcess {
    private BoardProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmulatedBoard board = EmulatedBoard.start(new Boards(Path.of(arguments[0])).find(Boards.DEFAULT));
        System.out.println("started " + board.peer());
        Thread.currentThread().join();
    }
}
