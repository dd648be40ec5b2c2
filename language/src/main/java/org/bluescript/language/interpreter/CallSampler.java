package org.bluescript.language.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.nodes.SpannedNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;

/**
 * Looks, from other threads, at the calls that a program is in. The program does it itself the next time it comes to a safepoint,
 * as at every call and every turn of a loop; while it waits for a device that is when it comes back.
 */
public final class CallSampler {
    private final TruffleLanguage.Env environment;
    private final Thread program;

    /** A function in progress, and where in it the program is. */
    public record SampledCall(FunctionId function, Optional<Span> place) {}

    CallSampler(TruffleLanguage.Env environment, Thread program) {
        this.environment = environment;
        this.program = program;
    }

    /** The calls in progress, the innermost first; completed on the program's thread. Never completed if the program ends before. */
    public CompletableFuture<List<SampledCall>> sample() {
        CompletableFuture<List<SampledCall>> result = new CompletableFuture<>();
        environment.submitThreadLocal(new Thread[] {program}, new ThreadLocalAction(false, false) {
            @Override
            protected void perform(Access access) {
                result.complete(calls(access.getLocation()));
            }
        });
        return result;
    }

    private static List<SampledCall> calls(Node innermost) {
        List<SampledCall> calls = new ArrayList<>();
        Node[] location = {innermost};
        Truffle.getRuntime().iterateFrames(frame -> {
            if (frame.getCallTarget() instanceof RootCallTarget target
                    && target.getRootNode() instanceof FunctionRootNode root
                    && root.tools() instanceof FunctionTools tools) {
                calls.add(new SampledCall(tools.function().id(), place(location[0])));
            }
            location[0] = frame.getCallNode();
            return null;
        });
        return calls;
    }

    private static Optional<Span> place(Node location) {
        for (Node node = location; node != null; node = node.getParent()) {
            if (node instanceof SpannedNode spanned && spanned.span() != null) {
                return Optional.of(spanned.span());
            }
        }
        return Optional.empty();
    }
}
