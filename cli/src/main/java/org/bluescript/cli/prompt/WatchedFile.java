package org.bluescript.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;

/** Looks at a file until it is closed, and tells when it has another text. A file that is not there, or not now, has none. */
public final class WatchedFile implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 100;

    private final Path file;
    private final Consumer<String> listener;
    private final Thread thread;
    private String text;
    private FileTime seen;
    private long size;

    private WatchedFile(Path file, String text, Consumer<String> listener) throws IOException {
        this.file = file;
        this.text = text;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::run);
    }

    /** @param listener gets each text that the file has from now on, after the given one, on a thread of its own */
    public static WatchedFile of(Path file, String text, Consumer<String> listener) throws IOException {
        WatchedFile watched = new WatchedFile(file, text, listener);
        watched.thread.start();
        return watched;
    }

    public Path file() {
        return file;
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                look();
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        String now;
        try {
            FileTime time = Files.getLastModifiedTime(file);
            if (time.equals(seen) && size == Files.size(file)) {
                return;
            }
            size = Files.size(file);
            now = Files.readString(file);
            seen = time;
        } catch (IOException gone) {
            return;
        }
        if (!now.equals(text)) {
            text = now;
            listener.accept(now);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
