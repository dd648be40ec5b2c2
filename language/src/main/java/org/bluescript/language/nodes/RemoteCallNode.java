package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.machine.DeviceTrouble;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.Executor.DeviceCall;
import org.bluescript.language.machine.Executor.Failed;
import org.bluescript.language.machine.Executor.Outcome;
import org.bluescript.language.machine.Executor.Returned;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.shadow.heap.HeapDamaged;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * In the place of the body of a function that only a device can run: hands the arguments over and waits for the result. An
 * error on the device is thrown here behind frames for the calls that were in progress there.
 */
public final class RemoteCallNode extends StatementNode {
    private final HostMachine machine;
    private final TruffleLanguage<?> language;
    private final int entry;
    @CompilationFinal(dimensions = 1) private final Representation[] forms;
    private final Representation result;

    public RemoteCallNode(HostMachine machine, TruffleLanguage<?> language, TypedFunction function, int entry) {
        this.machine = machine;
        this.language = language;
        this.entry = entry;
        boolean takesClosure = Exchange.words(function) > function.parameters().size();
        this.forms = Stream.concat(
                        takesClosure ? Stream.of(Representation.REFERENCE) : Stream.empty(),
                        function.parameters().stream().map(p -> p.type().representation()))
                .toArray(Representation[]::new);
        this.result = function.result().representation();
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        throw new ReturnException(runTail(frame));
    }

    @Override
    @ExplodeLoop
    public Object runTail(VirtualFrame frame) {
        int[] words = new int[forms.length];
        int base = machine.roots().push(forms.length);
        try {
            for (int i = 0; i < forms.length; i++) {
                words[i] = word(forms[i], frame.getArguments()[i]);
                if (forms[i] == Representation.REFERENCE) {
                    machine.roots().set(base + i, words[i]);
                } else if (forms[i] == Representation.WORD && (words[i] & Word.TAG_MASK) == Word.TAG_POINTER) {
                    machine.roots().set(base + i, words[i] - Word.TAG_POINTER);
                }
            }
            return value(result, call(words));
        } finally {
            machine.roots().pop(base);
        }
    }

    private static int word(Representation form, Object value) {
        return switch (form) {
            case INTEGER, REFERENCE, WORD -> (int) value;
            case FLOAT -> Float.floatToRawIntBits((float) value);
            case BOOLEAN -> (boolean) value ? 1 : 0;
            case NOTHING -> throw new IllegalArgumentException("an argument without a value");
        };
    }

    private static Object value(Representation form, int word) {
        return switch (form) {
            case INTEGER, REFERENCE, WORD -> word;
            case FLOAT -> Float.intBitsToFloat(word);
            case BOOLEAN -> (word & 0xff) != 0;
            case NOTHING -> null;
        };
    }

    @TruffleBoundary
    private int call(int[] words) {
        Outcome outcome;
        try {
            outcome = machine.remote().call(entry, words, this);
        } catch (DeviceUnavailable e) {
            throw new DeviceTrouble(e, this);
        } catch (HeapDamaged e) {
            throw fail(new Failed(RunTimeErrorKind.FAULT, 0,
                    "inline C has damaged the heap: " + e.getMessage(), Optional.empty(), List.of()));
        }
        return switch (outcome) {
            case Returned(int word) -> word;
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
