package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.LibraryMethod;
import org.bluescript.language.typed.LibraryMethod.Receiver;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The methods of the library that a program may call on values of type {@code any}: those that it calls by name on such values.
 * Arrays of every kind are {@code any[]} for them.
 */
final class WordMethods {
    private static final Type ARRAY = new ArrayType(PrimitiveType.ANY);

    private final Round round;
    private final Map<Key, FunctionSymbol> used = new LinkedHashMap<>();

    private record Key(Receiver receiver, String name, int arguments) {}

    WordMethods(Round round) {
        this.round = round;
    }

    /** A method of this name is called, at {@code use}, with so many arguments. */
    void use(String name, int arguments, Span use) {
        use(Receiver.ARRAY, ARRAY, name, arguments, use);
        use(Receiver.STRING, PrimitiveType.STRING, name, arguments, use);
    }

    private void use(Receiver receiver, Type type, String name, int arguments, Span use) {
        Key key = new Key(receiver, name, arguments);
        if (!Prelude.methodsOf(type).contains(name) || used.containsKey(key)) {
            return;
        }
        FunctionSymbol named = round.prelude().methodOfWords(type, name, arguments);
        Optional<FunctionSymbol> function = named.generic().isEmpty() ? Optional.of(named) : ofWords(named, use);
        function.ifPresent(f -> {
            used.put(key, f);
            round.instances().use(f);
        });
    }

    private Optional<FunctionSymbol> ofWords(FunctionSymbol pattern, Span use) {
        int count = pattern.generic().orElseThrow().placeholders().size();
        return round.instances().function(pattern, Collections.nCopies(count, PrimitiveType.ANY), use);
    }

    /** Those whose functions have been made. */
    List<LibraryMethod> made() {
        return made(round.functions()::get);
    }

    /** The same, with all functions that there are. */
    List<LibraryMethod> made(Function<FunctionId, TypedFunction> functions) {
        List<LibraryMethod> result = new ArrayList<>();
        used.forEach((key, symbol) -> {
            TypedFunction function = functions.apply(symbol.id());
            if (function != null) {
                result.add(new LibraryMethod(
                        key.receiver(), key.name(), key.arguments(), symbol.typeWith(function.result()), symbol.id()));
            }
        });
        return List.copyOf(result);
    }
}
