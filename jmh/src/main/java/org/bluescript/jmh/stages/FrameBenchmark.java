package org.bluescript.jmh.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bluescript.backend.patch.Write;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameCodec;
import org.bluescript.link.frame.FrameReceiver;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is sent to load the programs, as frames of the largest size: COBS and CRC-32C. Bytes are those of the payload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FrameBenchmark {
    /** Bytes of memory in one WRITE, behind its address. */
    private static final int PAYLOAD = Integer.BYTES + 512;

    private final List<Frame> frames = new ArrayList<>();
    private byte[][] wire;
    private long payload;

    @Setup(Level.Trial)
    public void cut(CompiledPrograms programs) {
        for (CompiledPrograms.Compiled program : programs.programs()) {
            for (Write write : program.code().patch().writes()) {
                for (int at = 0; at < write.bytes().length; at += PAYLOAD) {
                    byte[] bytes = Arrays.copyOfRange(write.bytes(), at, Math.min(at + PAYLOAD, write.bytes().length));
                    frames.add(new Frame(ProtocolNumbers.OP_WRITE, frames.size() & 0xffff, 0, 1, bytes));
                    payload += bytes.length;
                }
            }
        }
        wire = frames.stream().map(FrameCodec::encode).toArray(byte[][]::new);
    }

    @Benchmark
    public void encoding(Bytes counter, Blackhole hole) {
        for (Frame frame : frames) {
            hole.consume(FrameCodec.encode(frame));
        }
        counter.bytes += payload;
    }

    @Benchmark
    public void decoding(Bytes counter, Blackhole hole) {
        FrameReceiver receiver = new FrameReceiver();
        Whole whole = new Whole(hole);
        for (byte[] bytes : wire) {
            receiver.accept(bytes, 0, bytes.length, whole);
        }
        counter.bytes += payload;
    }

    /** Takes frames, of which none may be damaged. */
    private record Whole(Blackhole hole) implements FrameReceiver.Sink {
        @Override
        public void frame(Frame frame) {
            hole.consume(frame);
        }

        @Override
        public void text(String text) {
            throw new IllegalStateException("text: " + text);
        }

        @Override
        public void damaged() {
            throw new IllegalStateException("a damaged frame");
        }
    }
}
