package org.bluescript.cli.shared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.SharedDevice;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.machine.Executor;
import org.bluescript.link.Device;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.bluescript.link.board.EmulatedBoard;
import org.bluescript.link.transport.Transport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/** Runs programs on the host, and their functions with inline C on one emulated board that is booted once. */
final class SharedBench implements AutoCloseable {
    /** What came of a program. */
    record Result(String output, String errors, Optional<PolyglotException> error, PlacedProgram placed) {
        /** The calls of the error, the innermost first: name and line. */
        List<String> calls() {
            List<String> calls = new ArrayList<>();
            for (PolyglotException.StackFrame frame : error.orElseThrow().getPolyglotStackTrace()) {
                if (frame.isGuestFrame() && !frame.getRootName().equals("(program)")) {
                    String line = frame.getSourceLocation() == null ? "?" : "" + frame.getSourceLocation().getStartLine();
                    calls.add(frame.getRootName() + ":" + line);
                }
            }
            return calls;
        }
    }

    private final SharedDevice device;

    private SharedBench(SharedDevice device) {
        this.device = device;
    }

    static SharedBench open() {
        return new SharedBench(SharedDevice.of(
                Installation.home(), DeviceChoice.of(Installation.home(), "stm32f405", Optional.empty()), Phases.silent()));
    }

    /** With something between host and device that may spoil what goes over the wire. */
    static SharedBench open(Function<Transport, Transport> wire, LinkTiming timing) {
        Board board = new Boards(Installation.home()).find("stm32f405");
        Device device = Device.open(wire.apply(EmulatedBoard.start(board)), timing);
        return new SharedBench(SharedDevice.of(Installation.home(), board.firmware(), new DeviceSession(device)));
    }

    SharedDevice device() {
        return device;
    }

    Result run(String text) {
        return run(text, false, executor -> executor);
    }

    /** Puts something between the interpreter and the device. */
    @FunctionalInterface
    interface Between {
        Executor of(Executor executor);
    }

    Result run(String text, boolean stressed, Between between) {
        PlacedProgram[] placed = new PlacedProgram[1];
        String key = Devices.add((program, diagnostics) -> device.place(program, diagnostics).map(p -> {
            placed[0] = new PlacedProgram(p.shadow(), p.firmware(), p.flash(), p.layout(), p.code(), p.constant(), p.apart(),
                    p.executor().map(between::of));
            return placed[0];
        }));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Optional<PolyglotException> error = Optional.empty();
        try (Context context = Context.newBuilder("bluescript")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .option("bluescript.Device", key)
                .option("bluescript.StressHeap", Boolean.toString(stressed))
                .out(out)
                .err(err)
                .build()) {
            context.eval(Source.create("bluescript", text));
        } catch (PolyglotException e) {
            error = Optional.of(e);
        } finally {
            Devices.remove(key);
        }
        return new Result(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), error, placed[0]);
    }

    @Override
    public void close() {
        device.close();
    }
}
