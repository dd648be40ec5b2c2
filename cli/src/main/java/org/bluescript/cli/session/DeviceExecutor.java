package org.bluescript.cli.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.cli.CommandException;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.link.LinkException;
import org.bluescript.link.MemoryRange;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.Request;

/** A connected device as the interpreter wants it. Connecting goes on in the background until the first operation. */
final class DeviceExecutor implements Executor {
    /** How a function ended that did not return, while the device still shows where. */
    record StoppedFunction(Ending.Stopped ending, DeviceSession device) {}

    /** So long a device at 1 GHz, faster than any, counts without beginning anew. */
    private static final int MOST_COUNTED_MICROSECONDS = 4_000_000;

    private final Function<StoppedFunction, RunTimeError> locator;
    private final CompletableFuture<DeviceSession> connecting;
    private volatile CompletableFuture<DeviceSession> prepared;
    /** The link has failed: the next operation opens another session. */
    private volatile boolean lost;

    /** @param locator finds out where in the source a function stopped */
    DeviceExecutor(CompletableFuture<DeviceSession> connecting, Function<StoppedFunction, RunTimeError> locator) {
        this.connecting = connecting;
        this.prepared = connecting;
        this.locator = locator;
    }

    @Override
    public void prepare(Stretch image) {
        prepared = Background.start("program loads", () -> {
            DeviceSession session = Background.await(connecting);
            session.device().write(image.address().bits(), image.bytes());
            return session;
        });
    }

    @Override
    public int[] checksums(List<Pieces> pieces) {
        List<Request.Checksum> requests = pieces.stream()
                .map(p -> new Request.Checksum(p.address().bits(), p.length(), p.count()))
                .toList();
        return with(session -> session.device().checksums(requests));
    }

    @Override
    public List<byte[]> read(List<Region> regions) {
        List<MemoryRange> ranges = regions.stream().map(r -> new MemoryRange(r.base().bits(), r.size())).toList();
        return with(session -> session.device().readAll(ranges));
    }

    @Override
    public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
        return with(session -> call(session, writes, entry, words, output));
    }

    private Outcome call(DeviceSession session, List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
        LineOutput lines = new LineOutput(output);
        DeviceEvent.Outcome outcome;
        try {
            outcome = session.device().call(lines::accept, requests(session, writes), entry, words);
        } finally {
            lines.end();
        }
        return switch (outcome) {
            case DeviceEvent.Returned returned -> new Returned(returned.result(), instructions(returned));
            case DeviceEvent.Failed failed -> failed(session, new Ending.Stopped(failed, lines.assertion()));
        };
    }

    /** The count wraps: of a call that took long nobody knows how often. */
    private static OptionalLong instructions(DeviceEvent.Returned returned) {
        return Integer.compareUnsigned(returned.elapsed(), MOST_COUNTED_MICROSECONDS) < 0
                ? OptionalLong.of(Integer.toUnsignedLong(returned.instructions()))
                : OptionalLong.empty();
    }

    private static List<Request.Write> requests(DeviceSession session, List<Stretch> writes) {
        int largest = session.description().limits().request() - Integer.BYTES;
        List<Request.Write> requests = new ArrayList<>();
        for (Stretch write : writes) {
            for (int done = 0; done < write.bytes().length; done += largest) {
                int size = Math.min(largest, write.bytes().length - done);
                requests.add(new Request.Write(write.address().bits() + done, write.bytes(), done, size));
            }
        }
        return requests;
    }

    private Failed failed(DeviceSession session, Ending.Stopped stopped) {
        RunTimeError error = locator.apply(new StoppedFunction(stopped, session));
        boolean isThrown = stopped.failure().error() == RunTimeErrorKind.THROWN.code();
        int object = isThrown ? stopped.failure().state().registers()[0] : 0;
        String text = stopped.fault().isEmpty() ? stopped.assertion() : stopped.fault();
        Stream<DeviceCall> calls = Stream.concat(
                error.innermost().stream().map(DeviceExecutor::call),
                error.outermost().stream().map(DeviceExecutor::call));
        return new Failed(error.kind(), object, text, error.place(), calls.toList());
    }

    private static DeviceCall call(StackFrame frame) {
        return new DeviceCall(frame.function(), frame.place());
    }

    /** Whether the program has arrived, so that other code can be written beside it. */
    boolean isReady() {
        return prepared.isDone() && !prepared.isCompletedExceptionally() && !lost;
    }

    /** The device, once the program has arrived there. */
    DeviceSession session() {
        return Background.await(prepared);
    }

    /** Stops the function that runs, if one does. */
    boolean interrupt() {
        return prepared.isDone() && !prepared.isCompletedExceptionally() && prepared.join().interrupt();
    }

    private <T> T with(Function<DeviceSession, T> operation) {
        try {
            DeviceSession session = Background.await(prepared);
            if (lost) {
                session.device().hello();
                session.device().reset();
                lost = false;
            }
            return operation.apply(session);
        } catch (LinkException e) {
            lost = true;
            prepared = connecting;
            throw unavailable(e);
        } catch (CommandException e) {
            throw unavailable(e);
        } catch (RuntimeException | Error e) {
            lost = true; // perhaps in the middle of a call
            throw e;
        }
    }

    /** Does what needs compilers and a board; all that may be wrong with them is one thing to the interpreter. */
    static <T> T available(Callable<T> work) {
        try {
            return work.call();
        } catch (OutOfProgramMemory | ToolchainException e) {
            throw new DeviceUnavailable(e.getMessage(), e);
        } catch (LinkException e) {
            throw unavailable(e);
        } catch (CommandException e) {
            throw unavailable(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static DeviceUnavailable unavailable(LinkException e) {
        return new DeviceUnavailable(e.getMessage() + "; " + e.nextStep(), e);
    }

    static DeviceUnavailable unavailable(CommandException e) {
        return new DeviceUnavailable(
                String.join("; ", Stream.concat(Stream.of(e.getMessage()), e.help().stream()).toList()), e);
    }

    /** Gives on what a function prints, line by line. */
    private static final class LineOutput {
        /** What is longer no device has in its memory: it becomes several lines. */
        private static final int LONGEST_LINE = 1 << 20;

        private final ProgramOutput output;
        private final OutputLine line = new OutputLine();
        private final StringBuilder assertion = new StringBuilder();

        LineOutput(ProgramOutput output) {
            this.output = output;
        }

        void accept(DeviceEvent event) {
            switch (event) {
                case DeviceEvent.Output printed -> accept(printed);
                case DeviceEvent.AssertMessage message -> assertion.append(message.text());
                case DeviceEvent.Text text -> output.line(true, ("device: " + text.text().stripTrailing()).getBytes());
                case DeviceEvent.Outcome _, DeviceEvent.Epitaph _ -> { }
            }
        }

        private void accept(DeviceEvent.Output printed) {
            line.append(printed);
            if (printed.more() && line.size() > LONGEST_LINE) {
                line.end();
            }
            if (!printed.more() || line.size() > LONGEST_LINE) {
                write(printed.stream() == OutputLine.ERROR_STREAM);
            }
        }

        /** A line that did not end, because the function was stopped. */
        void end() {
            if (line.size() > 0) {
                line.end();
                write(false);
            }
        }

        private void write(boolean toError) {
            byte[] bytes = line.take();
            output.line(toError, Arrays.copyOf(bytes, bytes.length - 1));
        }

        String assertion() {
            return assertion.toString();
        }
    }
}
