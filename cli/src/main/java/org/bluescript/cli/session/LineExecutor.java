package org.bluescript.cli.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;

/**
 * A connected device that may be lost and found again. When the connection ends, or an operation fails because of it, another one is
 * made in the background; the device knows nothing then. If that fails too, each operation tries again.
 */
final class LineExecutor implements Executor, AutoCloseable {
    private static final String CONSEQUENCE = "the session is as it was before the call";

    private final Callable<DeviceSession> connection;
    private final Function<DeviceExecutor.StoppedFunction, RunTimeError> locator;
    private final Consumer<String> news;
    private CompletableFuture<DeviceSession> connecting;
    private volatile DeviceExecutor current;
    private volatile boolean hasForgotten;
    private volatile boolean closed;

    /**
     * @param connection finds the device
     * @param news gets what the user should know
     */
    LineExecutor(
            Callable<DeviceSession> connection,
            Function<DeviceExecutor.StoppedFunction, RunTimeError> locator,
            Consumer<String> news) {
        this.connection = connection;
        this.locator = locator;
        this.news = news;
    }

    /** Begins to connect, if that has not happened yet. */
    synchronized DeviceExecutor start() {
        if (current == null) {
            CompletableFuture<DeviceSession> attempt = Background.start("board answers", connection);
            DeviceExecutor executor = new DeviceExecutor(attempt, locator);
            connecting = attempt;
            current = executor;
            attempt.thenAccept(session -> session.device().whenLost(() -> replace(executor)));
        }
        return current;
    }

    /** Makes another connection in the place of one that is of no use. */
    private synchronized void replace(DeviceExecutor lost) {
        if (closed || current != lost) {
            return;
        }
        CompletableFuture<DeviceSession> before = connecting;
        boolean wasConnected = before.isDone() && !before.isCompletedExceptionally();
        if (wasConnected) {
            Background.start("board is left", () -> {
                before.join().close();
                return null;
            });
        }
        current = null;
        hasForgotten = true;
        start();
        if (wasConnected) {
            tell("the connection to the board is lost");
            connecting.thenRun(() -> tell("the board is back, and gets what the session knows: code, variables and objects;"
                    + " pins and the like are as after a reset"));
        }
    }

    private void tell(String text) {
        if (!closed) {
            news.accept(text);
        }
    }

    /** The connection, if it has been made and is not known to be lost. */
    synchronized Optional<DeviceSession> session() {
        return connecting != null && connecting.isDone() && !connecting.isCompletedExceptionally()
                ? Optional.of(connecting.join()).filter(s -> s.device().isConnected())
                : Optional.empty();
    }

    /** Whether a connection has been asked for. */
    synchronized boolean isStarted() {
        return current != null;
    }

    @Override
    public void prepare(Stretch image) {
        start().prepare(image);
    }

    @Override
    public boolean hasForgotten() {
        DeviceExecutor executor = start();
        synchronized (this) {
            if (connecting.isDone() && session().isEmpty()) {
                replace(executor);
            }
            boolean result = hasForgotten;
            hasForgotten = false;
            return result;
        }
    }

    @Override
    public int[] checksums(List<Pieces> pieces) {
        return with(e -> e.checksums(pieces));
    }

    @Override
    public List<byte[]> read(List<Region> regions) {
        return with(e -> e.read(regions));
    }

    @Override
    public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
        return with(e -> e.call(writes, entry, words, output));
    }

    private <T> T with(Function<DeviceExecutor, T> operation) {
        DeviceExecutor executor = start();
        if (hasForgotten) {
            throw new DeviceUnavailable("the board was lost during the call; " + CONSEQUENCE, null);
        }
        try {
            return operation.apply(executor);
        } catch (DeviceUnavailable e) {
            replace(executor);
            throw new DeviceUnavailable(e.getMessage() + "; " + CONSEQUENCE, e);
        }
    }

    /** Stops the function that runs, if one does. */
    boolean interrupt() {
        DeviceExecutor now = current;
        return now != null && now.interrupt();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connecting != null) {
            connecting.thenAccept(DeviceSession::close);
        }
    }
}
