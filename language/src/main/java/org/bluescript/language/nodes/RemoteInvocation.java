package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.DeviceTrouble;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.Executor.DeviceCall;
import org.bluescript.language.machine.Executor.Failed;
import org.bluescript.language.machine.Executor.Outcome;
import org.bluescript.language.machine.Executor.Returned;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.shadow.heap.HeapDamaged;
import org.bluescript.language.source.Span;

/**
 * A call of something on the device, in the place of what the function around it does. An error there is thrown here, behind frames
 * for the calls that were in progress on the device; the outermost of these is the function itself.
 */
final class RemoteInvocation extends Node {
    /** What the host can do itself is not worth a kilobyte of the device's memory, which the program may be short of. */
    private static final int MOST_ROOTS = 256;

    private final HostMachine machine;
    private final TruffleLanguage<?> language;
    private final int mostRoots;

    private RemoteInvocation(HostMachine machine, TruffleLanguage<?> language, int mostRoots) {
        this.machine = machine;
        this.language = language;
        this.mostRoots = mostRoots;
    }

    /** Of what only a device can do. */
    static RemoteInvocation necessary(HostMachine machine, TruffleLanguage<?> language) {
        return new RemoteInvocation(machine, language, Integer.MAX_VALUE);
    }

    /** Of what the host can do as well. */
    static RemoteInvocation optional(HostMachine machine, TruffleLanguage<?> language) {
        return new RemoteInvocation(machine, language, MOST_ROOTS);
    }

    /**
     * Makes the call, with arguments of which the references are roots, and returns the result.
     *
     * @throws org.bluescript.language.machine.RemoteCalls.TooManyRoots before anything has happened
     */
    @TruffleBoundary
    int call(int entry, int[] words) {
        Outcome outcome;
        try {
            outcome = machine.remote().call(entry, words, mostRoots, this);
        } catch (DeviceUnavailable e) {
            throw new DeviceTrouble(e, this);
        } catch (HeapDamaged e) {
            throw fail(new Failed(RunTimeErrorKind.FAULT, 0,
                    "inline C has damaged the heap: " + e.getMessage(), Optional.empty(), List.of()));
        }
        return switch (outcome) {
            case Returned returned -> returned.word();
            case Failed failed -> throw fail(failed);
        };
    }

    /** Throws, from as many frames as the device had behind that of this function. */
    private RuntimeException fail(Failed failed) {
        Function<Node, ProgramFailure> failure = failure(failed);
        List<DeviceCall> calls = failed.calls();
        DeviceFrame innermost = null;
        for (int i = 0; i < calls.size(); i++) {
            Optional<Span> place = i == 0 ? failed.place().or(calls.getFirst()::place) : calls.get(i).place();
            SourceSection section = place.map(this::section).orElse(null);
            innermost = innermost == null
                    ? DeviceFrame.failing(failure, place, section)
                    : innermost.calledFrom(language, calls.get(i - 1).function(), place, section);
        }
        if (innermost == null) {
            return failure.apply(this);
        }
        insert(innermost).execute();
        throw new IllegalStateException("no error was thrown");
    }

    private Function<Node, ProgramFailure> failure(Failed failed) {
        if (failed.error() != 0) {
            return place -> machine.errors().thrown(failed.error(), place);
        }
        if (failed.text().isEmpty()) {
            return place -> ProgramFailure.of(failed.kind(), place);
        }
        int text = string(failed.text());
        return place -> ProgramFailure.of(failed.kind(), text, failed.text(), place);
    }

    /** The text as the program's string, which a handler is told; 0 if there is no room for it. */
    private int string(String text) {
        try {
            return machine.newString(text.getBytes(StandardCharsets.UTF_8), this);
        } catch (ProgramFailure outOfMemory) {
            return 0;
        }
    }

    private SourceSection section(Span place) {
        return ((FunctionRootNode) getRootNode()).section(place);
    }
}
