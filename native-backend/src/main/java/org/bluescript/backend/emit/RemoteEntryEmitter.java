package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.bluescript.language.layout.Exchange;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.Type;

/**
 * Emits the entries by which the host calls device-bound functions: words come in, a word goes out, each a value in the form of
 * its static type. The calling convention of C would pass floats in registers that a request of the link does not fill.
 */
final class RemoteEntryEmitter {
    private final Unit unit;

    RemoteEntryEmitter(Unit unit) {
        this.unit = unit;
    }

    void emit(TypedFunction function) {
        List<String> arguments = new ArrayList<>();
        if (function.kind() == TypedFunction.Kind.CLOSURE) {
            arguments.add("(void *)" + word(0));
        }
        for (Local parameter : function.parameters()) {
            arguments.add(value(parameter.type(), word(arguments.size())));
        }
        String call = unit.called(function.id()) + "(" + String.join(", ", arguments) + ")";
        List<String> parameters = IntStream.range(0, Exchange.REGISTERS).mapToObj(i -> "uint32_t a" + i).toList();
        unit.text().line("");
        unit.text().line(function.span(), "uint32_t " + unit.layout().code().remote(function.id()) + "("
                + String.join(", ", parameters) + ") { " + result(function.result(), call) + " }");
    }

    private static String word(int index) {
        return index < Exchange.REGISTERS
                ? "a" + index
                : Exchange.SYMBOL + "[" + (Exchange.ROOTS + index - Exchange.REGISTERS) + "]";
    }

    private String value(Type type, String word) {
        return switch (type.representation()) {
            case INTEGER -> "(int32_t)" + word;
            case FLOAT -> "(union bs_exchanged){.word = " + word + "}.number";
            case BOOLEAN -> word + " != 0";
            case WORD -> word;
            case REFERENCE -> "(" + unit.types().of(type) + ")" + word;
            case NOTHING -> throw new IllegalArgumentException("a parameter of type " + type);
        };
    }

    private static String result(Type type, String call) {
        return switch (type.representation()) {
            case INTEGER, BOOLEAN, REFERENCE, WORD, FLOAT -> "return " + RecallEmitter.word(type, call) + ";";
            case NOTHING -> call + "; return 0;";
        };
    }
}
