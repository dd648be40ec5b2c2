package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.Representation;

/** A function on the device, called with the arguments that it would have here: boxed, the closure before all others. */
final class RemoteFunction extends Node {
    private final HostMachine machine;
    private final Representation[] forms;
    private final Representation result;
    @Child private RemoteInvocation invocation;

    RemoteFunction(HostMachine machine, RemoteInvocation invocation, TypedFunction function) {
        this.machine = machine;
        boolean takesClosure = Exchange.words(function) > function.parameters().size();
        this.forms = Stream.concat(
                        takesClosure ? Stream.of(Representation.REFERENCE) : Stream.empty(),
                        function.parameters().stream().map(p -> p.type().representation()))
                .toArray(Representation[]::new);
        this.result = function.result().representation();
        this.invocation = invocation;
    }

    /** @param entry is asked when the arguments are safe: finding it may collect */
    @TruffleBoundary
    Object call(IntSupplier entry, Object[] arguments) {
        int[] words = new int[forms.length];
        int base = machine.roots().push(forms.length);
        try {
            for (int i = 0; i < forms.length; i++) {
                words[i] = ExchangedWord.of(forms[i], arguments[i]);
                machine.roots().set(base + i, ExchangedWord.object(forms[i], words[i]));
            }
            return ExchangedWord.value(result, invocation.call(entry.getAsInt(), words));
        } finally {
            machine.roots().pop(base);
        }
    }
}
