package org.bluescript.cli.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluescript.cli.CommandException;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Cell;
import org.bluescript.cli.bench.Contender;
import org.bluescript.cli.bench.Figure;
import org.bluescript.cli.bench.Measurement;

/** A peer that runs benchmarks. It is connected when the first is to run; one that cannot be reached is not tried again. */
public final class Peer implements Contender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The languages that a peer may speak. */
    public enum Language {
        MICROPYTHON,
        ESPRUINO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A peer that is connected. */
    private record Connection(Wire wire, Prompt prompt, String what) {}

    private final Language language;
    private final PeerAddress address;
    private final Duration patience;
    private Optional<Connection> connection = Optional.empty();
    private Optional<String> unreachable = Optional.empty();

    Peer(Language language, PeerAddress address, Duration patience) {
        this.language = language;
        this.address = address;
        this.patience = patience;
    }

    /** @param text {@code micropython=ADDRESS} or {@code espruino=ADDRESS}, as docs/cli.md says */
    public static Peer of(String text) {
        for (Language language : Language.values()) {
            if (text.startsWith(language.key() + "=") && text.length() > language.key().length() + 1) {
                return new Peer(language, PeerAddress.of(text.substring(language.key().length() + 1)), PATIENCE);
            }
        }
        throw CommandException.usage("--peer: \"" + text + "\" is no peer", "give "
                + Arrays.stream(Language.values()).map(l -> l.key() + "=PORT").collect(Collectors.joining(" or "))
                + ", for PORT also qemu:FILE or tcp:HOST:PORT");
    }

    @Override
    public String key() {
        return language.key();
    }

    @Override
    public String title() {
        return language.key();
    }

    /** A peer has interrupts of its own, which come when they come. */
    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public Cell run(Benchmark benchmark) {
        try {
            return run(connected(), benchmark);
        } catch (PeerFailure e) {
            if (e.isConnectionLost()) {
                close();
            }
            return new Cell.Unavailable(e.getMessage());
        } catch (IOException e) {
            return new Cell.Unavailable("there is no program " + e.getMessage());
        }
    }

    private Cell run(Connection connected, Benchmark benchmark) throws PeerFailure, IOException {
        String program = Files.readString(connected.prompt().program(benchmark));
        long began = System.nanoTime();
        connected.prompt().load(program);
        long loading = (System.nanoTime() - began) / 1_000;
        Prompt.Outcome outcome = connected.prompt().run();
        return outcome.right()
                ? new Cell.Measured(new Measurement(
                        Map.of(outcome.figure(), outcome.count(), Figure.TRANSFER_TIME, loading), connected.what()))
                : new Cell.Unavailable("wrong result: " + outcome.result());
    }

    private Connection connected() throws PeerFailure {
        if (unreachable.isPresent()) {
            throw PeerFailure.said(unreachable.get());
        }
        if (connection.isEmpty()) {
            try {
                connection = Optional.of(connect());
            } catch (PeerFailure e) {
                unreachable = Optional.of(e.getMessage());
                throw e;
            }
        }
        return connection.get();
    }

    private Connection connect() throws PeerFailure {
        Wire wire = new Wire(address.connect(), patience);
        Prompt prompt = switch (language) {
            case MICROPYTHON -> new MicroPython(wire, address.isEmulated(), patience);
            case ESPRUINO -> new Espruino(wire, address.isEmulated(), patience);
        };
        try {
            return new Connection(wire, prompt, prompt.greet());
        } catch (PeerFailure e) {
            wire.close();
            throw e;
        }
    }

    /** Ends the connection, and an emulator with it. */
    @Override
    public void close() {
        connection.ifPresent(c -> c.wire().close());
        connection = Optional.empty();
    }
}
