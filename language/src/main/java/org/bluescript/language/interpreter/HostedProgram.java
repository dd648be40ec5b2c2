package org.bluescript.language.interpreter;

import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.nodes.DeviceFrame;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.nodes.SpannedNode;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.source.Span;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedProgram;
import org.graalvm.polyglot.Context;

/**
 * A checked program that is run by the interpreter on a thread of its own, whose stack is deep enough for every recursion that
 * {@link org.bluescript.language.machine.CallDepth} lets begin. For hosts that have checked the program themselves and want to tell
 * its errors in the language's terms; all others use the polyglot API.
 */
public final class HostedProgram implements AutoCloseable {
    /** Bytes; reserved, and taken only as far as they are used. */
    private static final long STACK = 1L << 30;

    private final Context context;
    private final TypedProgram program;
    private final Optional<Observations> observations;
    private final Optional<Tiers> tiers;
    private volatile CallSampler sampler;

    /**
     * Why a program ended early.
     *
     * @param kind empty for what is not among the language's run-time errors
     * @param calls the innermost first, with places as far as they are known
     */
    public record Failure(Optional<RunTimeErrorKind> kind, String message, Optional<Span> place, List<Call> calls) {}

    /** A function that was running, and where in it. */
    public record Call(String function, Optional<Span> place) {}

    private HostedProgram(
            Context context, TypedProgram program, Optional<Observations> observations, Optional<Tiers> tiers) {
        this.context = context;
        this.program = program;
        this.observations = observations;
        this.tiers = tiers;
    }

    /**
     * Prepares a program to run.
     *
     * @param options of the polyglot API
     */
    public static HostedProgram of(
            TypedProgram program, OutputStream output, OutputStream error, Map<String, String> options) {
        return of(program, output, error, options, Optional.empty());
    }

    /**
     * Prepares a program to run.
     *
     * @param options of the polyglot API
     * @param observations of the run, if they are wanted
     */
    public static HostedProgram of(
            TypedProgram program,
            OutputStream output,
            OutputStream error,
            Map<String, String> options,
            Optional<Observations> observations) {
        return of(program, output, error, options, observations, Optional.empty());
    }

    /**
     * Prepares a program to run.
     *
     * @param options of the polyglot API
     * @param observations of the run, if they are wanted
     * @param tiers what of the program a device runs, if it is to run any function; then {@code options} name that device
     */
    public static HostedProgram of(
            TypedProgram program,
            OutputStream output,
            OutputStream error,
            Map<String, String> options,
            Optional<Observations> observations,
            Optional<Tiers> tiers) {
        Context context = Context.newBuilder(BlueScriptLanguage.ID)
                .allowExperimentalOptions(true)
                .options(options)
                .out(output)
                .err(error)
                .build();
        return new HostedProgram(context, program, observations, tiers);
    }

    /** Runs the program once and says why it failed, if it did. What the output streams throw is thrown on. */
    public Optional<Failure> run() {
        CompletableFuture<Optional<Failure>> ending = new CompletableFuture<>();
        Thread.ofPlatform().name("program").daemon().stackSize(STACK).start(() -> {
            try {
                ending.complete(execute());
            } catch (Throwable e) {
                ending.completeExceptionally(e);
            }
        });
        try {
            return ending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private Optional<Failure> execute() {
        context.initialize(BlueScriptLanguage.ID);
        context.enter();
        sampler = new CallSampler(BlueScriptContext.get(null).environment(), Thread.currentThread());
        try {
            new ProgramRootNode(BlueScriptLanguage.get(), program, new SourceSections(), observations, tiers)
                    .getCallTarget()
                    .call();
            return Optional.empty();
        } catch (AbstractTruffleException e) {
            return Optional.of(failure(e));
        } finally {
            sampler = null;
            context.leave();
        }
    }

    /** Shows the calls that the program is in; empty when it does not run. Any thread may ask. */
    public Optional<CallSampler> sampler() {
        return Optional.ofNullable(sampler);
    }

    /** Stops the program wherever it is. Any thread may call it; returns when the program has ended. */
    public void interrupt() {
        try {
            context.interrupt(Duration.ZERO);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close(true);
    }

    /** Tells an error in the language's terms; the context must have been entered. */
    public static Failure failure(AbstractTruffleException e) {
        Optional<RunTimeErrorKind> kind = e instanceof ProgramFailure failure
                ? Optional.of(failure.kind())
                : isInterrupt(e) ? Optional.of(RunTimeErrorKind.INTERRUPTED) : Optional.empty();
        List<Call> calls = new ArrayList<>();
        for (TruffleStackTraceElement element : TruffleStackTrace.getStackTrace(e)) {
            RootNode root = element.getTarget().getRootNode();
            if (!root.isInternal()) {
                Node location = calls.isEmpty() && e.getLocation() != null ? e.getLocation() : element.getLocation();
                // Of the function itself nothing is told if an error in the library is located where the program called that, or one
                // that goes on after a finally where it was raised first.
                boolean isElsewhere = location != null && location.getRootNode() != root;
                calls.add(new Call(root.getName(), isElsewhere ? Optional.empty() : place(location, root)));
            }
        }
        String message = kind.filter(k -> k == RunTimeErrorKind.INTERRUPTED).isPresent()
                ? RunTimeErrorKind.INTERRUPTED.message()
                : e.getMessage();
        Optional<Span> place = Optional.ofNullable(e.getLocation())
                .flatMap(l -> place(l, l.getRootNode()))
                .or(() -> calls.stream().flatMap(c -> c.place().stream()).findFirst());
        return new Failure(kind, message, place, calls);
    }

    private static boolean isInterrupt(AbstractTruffleException e) {
        try {
            return InteropLibrary.getUncached().getExceptionType(e) == ExceptionType.INTERRUPT;
        } catch (UnsupportedMessageException none) {
            return false;
        }
    }

    /** The innermost node around {@code location} that has a place; else, for what happens between nodes, the function; none in the library. */
    private static Optional<Span> place(Node location, RootNode function) {
        Optional<Span> span = Optional.empty();
        for (Node node = location; node != null && span.isEmpty(); node = node.getParent()) {
            if (node instanceof SpannedNode spanned) {
                span = Optional.ofNullable(spanned.span());
            } else if (node instanceof DeviceFrame frame) {
                span = frame.span();
            }
        }
        return span.or(() -> function instanceof FunctionRootNode root ? Optional.of(root.span()) : Optional.empty())
                .filter(s -> !s.file().isBuiltIn());
    }
}
