package org.bluescript.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.tiers.Base;
import org.bluescript.language.interpreter.ProgramPlacer;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/**
 * A board for the functions that a program on the host cannot run itself. Compilers and board are started when the first
 * program needs them; while the one compiles the other boots.
 */
public final class SharedDevice implements ProgramPlacer, AutoCloseable {
    private final Path home;
    private final Path firmware;
    private final Function<Workbench, DeviceSession> connection;
    private final Phases phases;
    private Workbench workbench;
    private CompletableFuture<DeviceSession> connecting;
    private volatile DeviceExecutor executor;

    private SharedDevice(Path home, Path firmware, Function<Workbench, DeviceSession> connection, Phases phases) {
        this.home = home;
        this.firmware = firmware;
        this.connection = connection;
        this.phases = phases;
    }

    /** Nothing is started yet. */
    public static SharedDevice of(Path home, DeviceChoice choice, Phases phases) {
        return new SharedDevice(home, choice.board().firmware(), workbench -> {
            DeviceSession session = choice.connect();
            choice.verify(session.description(), workbench.firmwareBuild());
            return session;
        }, phases);
    }

    /** A device that somebody else has connected, with this firmware; it is closed with this. */
    public static SharedDevice of(Path home, Path firmware, DeviceSession session) {
        return new SharedDevice(home, firmware, workbench -> session, Phases.silent());
    }

    @Override
    public synchronized Optional<PlacedProgram> place(TypedProgram typed, Diagnostics diagnostics) {
        start();
        return DeviceExecutor.available(
                        () -> phases.time("compiled for the device", () -> workbench.compileShared(typed, diagnostics)))
                .map(program -> place(typed, program));
    }

    private void start() {
        if (workbench == null) {
            workbench = Workbench.open(home, firmware, phases);
            connecting = Background.start("board answers", () -> phases.time("board answers", () -> connection.apply(workbench)));
        }
    }

    private PlacedProgram place(TypedProgram typed, NativeProgram program) {
        executor = new DeviceExecutor(connecting, stopped -> workbench.locate(typed, program, stopped.ending(), stopped.device()));
        return place(program, workbench.firmware(), Optional.of(executor));
    }

    /** What the interpreter must know of a compiled program and where it lies. */
    public static PlacedProgram place(NativeProgram program, Firmware firmware, Optional<Executor> executor) {
        Region code = program.image().segments().stream()
                .filter(s -> s.kind() == SegmentKind.CODE)
                .findFirst()
                .map(SharedDevice::region)
                .orElse(new Region(program.layout().region().end(), 0));
        return new PlacedProgram(program.patch().after().copy(), firmware.symbols(), firmware.flash(), program.layout(),
                program.image().globals(), code, new Region(code.end(), 0), executor);
    }

    /** The same of a program whose code is replaced; until there is other code, functions are called in generation 0. */
    public static PlacedProgram place(Base base, Firmware firmware, Optional<Executor> executor) {
        return new PlacedProgram(base.code().patch().after().copy(), firmware.symbols(), firmware.flash(), base.code().layout(),
                base.symbols(), base.genericCode(), base.codeMemory(), executor);
    }

    private static Region region(Segment segment) {
        return new Region(Address.of(segment.address()), segment.bytes().length);
    }

    /** Stops the function that the device runs, if it does run one: any thread may call it. */
    public boolean interrupt() {
        DeviceExecutor current = executor;
        return current != null && current.interrupt();
    }

    @Override
    public synchronized void close() {
        if (workbench != null) {
            workbench.close();
            connecting.thenAccept(DeviceSession::close);
        }
    }
}
