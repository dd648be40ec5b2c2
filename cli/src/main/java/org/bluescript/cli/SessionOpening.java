package org.bluescript.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.LineBoard;
import org.bluescript.language.session.Session;
import org.bluescript.link.LinkException;
import org.bluescript.profiler.SessionPolicy;
import org.bluescript.profiler.SessionTiering;

/** Opens sessions with the board that the user wants, which lasts until the next one is opened. Without firmware there is no board. */
final class SessionOpening implements AutoCloseable {
    private final BoardOptions options;
    private final Consumer<String> news;
    private Optional<LineBoard> board = Optional.empty();

    /** @param news gets what the user should know of the board, on any thread */
    SessionOpening(BoardOptions options, Consumer<String> news) {
        this.options = options;
        this.news = news;
    }

    /** A session whose lines can import what is in the current folder. */
    Session open(OutputStream out, OutputStream err) throws IOException {
        close();
        DeviceChoice choice = DeviceChoice.of(Installation.home(), options.board, Optional.ofNullable(options.port));
        try {
            board = Optional.of(LineBoard.of(Installation.home(), choice, news));
        } catch (LinkException.FirmwareMissing e) {
            return Session.in(Path.of(""), out, err);
        }
        return Session.in(Path.of(""), out, err, board.get(), new SessionTiering(SessionPolicy.STANDARD));
    }

    /** The board of the session that was opened last. */
    Optional<LineBoard> board() {
        return board;
    }

    @Override
    public void close() {
        board.ifPresent(LineBoard::close);
        board = Optional.empty();
    }
}
