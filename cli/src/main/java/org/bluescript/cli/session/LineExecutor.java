package org.bluescript.cli.session;

import java.util.List;
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
 * A connected device that may be lost and found again. When an operation fails because of the link, or the connection turns out to have
 * ended, another connection is made, in the background; the device is a new one then, that knows nothing.
 */
final class LineExecutor implements Executor, AutoCloseable {
    private final Callable<DeviceSession> connection;
    private final Function<DeviceExecutor.StoppedFunction, RunTimeError> locator;
    private final Consumer<String> news;
    private CompletableFuture<DeviceSession> connecting;
    private volatile DeviceExecutor current;
    private boolean isOther;

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
    synchronized void start() {
        if (current == null) {
            connecting = Background.start("board answers", connection);
            current = new DeviceExecutor(connecting, locator);
        }
    }

    @Override
    public void prepare(Stretch image) {
        start();
        current.prepare(image);
    }

    @Override
    public synchronized boolean hasForgotten() {
        start();
        boolean isLost = connecting.isDone()
                && (connecting.isCompletedExceptionally() || !connecting.join().device().isConnected());
        if (isLost) {
            news.accept("the board is gone; another connection is made, and all that the session knows is sent again");
            reconnect();
        }
        boolean result = isOther;
        isOther = false;
        return result;
    }

    private synchronized void reconnect() {
        CompletableFuture<DeviceSession> lost = connecting;
        lost.thenAccept(DeviceSession::close);
        current = null;
        isOther = true;
        start();
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
        start();
        try {
            return operation.apply(current);
        } catch (DeviceUnavailable e) {
            reconnect();
            throw new DeviceUnavailable(e.getMessage()
                    + "; the session is as it was before the call, what that did to pins and the like is not undone", e);
        }
    }

    /** Stops the function that runs, if one does. */
    boolean interrupt() {
        DeviceExecutor now = current;
        return now != null && now.interrupt();
    }

    @Override
    public synchronized void close() {
        if (connecting != null) {
            connecting.thenAccept(DeviceSession::close);
        }
    }
}
