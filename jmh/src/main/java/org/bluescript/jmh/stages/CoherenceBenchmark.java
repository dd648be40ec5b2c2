package org.bluescript.jmh.stages;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A call from a program on the host to a function with inline C: what it takes to find the pages that have changed, and to give memory
 * away and take it back, without the wire. 64 KiB are in use. The device's checksums, which the stand-in for it reckons, are in the figures, as is
 * what the program does to change its memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CoherenceBenchmark {
    private static final String PROGRAM = """
            function f(words: integer[], changed: integer): void { code``; }
            const words = new Array<integer>(16384, 0);
            let turn = 0;
            function round(dirty: integer, changed: integer): integer {
                turn += 1;
                for (let i = 0; i < dirty; i++) { words[i] = turn + i; }
                f(words, changed);
                return words[0];
            }
            round
            """;

    /** What changes on the one side or the other between two calls. */
    @Param("16")
    public int kibibytes;

    private String key;
    private Context context;
    private Value round;

    @Setup(Level.Trial)
    public void load() throws IOException {
        load(Map.of("engine.BackgroundCompilation", "false"));
    }

    /** @param options of the interpreter */
    void load(Map<String, String> options) throws IOException {
        CompiledPrograms.Board board = CompiledPrograms.Board.stm32f405();
        key = Devices.add((typed, diagnostics) -> Optional.of(placed(board, typed, diagnostics)));
        context = Context.newBuilder("bluescript")
                .allowExperimentalOptions(true)
                .options(options)
                .option("bluescript.Device", key)
                .out(OutputStream.nullOutputStream())
                .build();
        round = context.eval("bluescript", PROGRAM);
    }

    @TearDown(Level.Trial)
    public void close() {
        context.close();
        Devices.remove(key);
    }

    /** Nothing has changed. */
    @Benchmark
    public Value calling() {
        return round.execute(0, 0);
    }

    /** The host has changed so much, every byte of it. */
    @Benchmark
    public Value sending(Bytes counter) {
        counter.bytes += kibibytes * 1024L;
        return round.execute(kibibytes * 256, 0);
    }

    /** The device has changed so much, a byte in each page. */
    @Benchmark
    public Value receiving(Bytes counter) {
        counter.bytes += kibibytes * 1024L;
        return round.execute(0, kibibytes * 1024);
    }

    private static PlacedProgram placed(CompiledPrograms.Board board, TypedProgram typed, Diagnostics diagnostics) {
        try (CrossCompiler gcc = CompiledPrograms.Board.gcc()) {
            NativeProgram code = board.compiler(gcc).compileShared(typed, board.memory(), diagnostics).orElseThrow();
            return placed(code, board.firmware());
        } catch (OutOfProgramMemory e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlacedProgram placed(NativeProgram code, Firmware firmware) {
        Region instructions = code.image().segments().stream()
                .filter(segment -> segment.kind() == SegmentKind.CODE)
                .map(CoherenceBenchmark::region)
                .findFirst().orElseThrow();
        Region memory = Region.between(firmware.memoryMap().stack().base(), firmware.memoryMap().program().end());
        return new PlacedProgram(code.patch().after().copy(), firmware.symbols(), firmware.flash(), code.layout(),
                code.image().globals(), instructions, new Region(instructions.end(), 0), Optional.of(new StandInDevice(memory)));
    }

    private static Region region(Segment segment) {
        return new Region(Address.of(segment.address()), segment.bytes().length);
    }
}
