package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.Representation;

/** Emits functions: their declarations, their bodies, and the entries by which they are called as values. */
final class FunctionEmitter {
    private final Unit unit;

    FunctionEmitter(Unit unit) {
        this.unit = unit;
    }

    /** The declaration without semicolon; {@code exported} functions are seen by the linker. */
    String declaration(TypedFunction function, boolean exported, Names names) {
        boolean isContinuation = continuesAt(function).length > 0;
        return (exported ? "" : "static ") + (isContinuation ? "BS_CONTINUATION " : "")
                + prototype(function, unit.name(function.id()), names);
    }

    /** The declaration without semicolon of a function's code or entry under a name that this unit does not define. */
    String declarationElsewhere(TypedFunction function, String name) {
        return "extern " + prototype(function, name, new Names());
    }

    private String prototype(TypedFunction function, String name, Names names) {
        List<String> parameters = new ArrayList<>();
        if (function.kind() == TypedFunction.Kind.CLOSURE) {
            parameters.add(closure(function) + " *" + VariableEmitter.SELF);
        }
        for (Local parameter : function.parameters()) {
            parameters.add(unit.types().of(parameter.type()) + " " + argument(parameter, names));
        }
        return unit.types().of(function.result()) + " " + name + "("
                + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")";
    }

    void emit(TypedFunction function, boolean exported) {
        Map<TypedStatement.TryCatch, GuardedBody> bodies = new TryEmitter(unit, function).emitBodies();
        Names names = new Names();
        CText text = unit.text();
        text.line("");
        text.line(function.span(), declaration(function, exported, names));
        text.line("{");
        text.indent();
        StatementEmitter statements = new StatementEmitter(unit, names, function, bodies);
        if (function.kind() == TypedFunction.Kind.TOP_LEVEL) {
            privateGlobals(function);
        }
        for (Local parameter : function.parameters()) {
            if (parameter.shared()) {
                statements.shareParameter(parameter, argument(parameter, names), function.span());
            }
        }
        enter(continuesAt(function), function, names);
        function.body().statements().forEach(statements::emit);
        text.outdent();
        text.line("}");
    }

    /** The numbers with which a function may be entered elsewhere than at its beginning. */
    private static int[] continuesAt(TypedFunction function) {
        IntStream.Builder numbers = IntStream.builder();
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Resume r) {
                numbers.add(r.number());
            }
        });
        return numbers.build().toArray();
    }

    private void enter(int[] numbers, TypedFunction function, Names names) {
        if (numbers.length > 0) {
            unit.text().line("switch (" + names.of(function.parameters().getFirst()) + ") {");
            for (int number : numbers) {
                unit.text().line("case " + number + ": goto " + StatementEmitter.resume(number) + ";");
            }
            unit.text().line("}");
        }
    }

    /** The entry that takes the closure before the parameters, for a function that is used as a value. */
    void emitValueEntry(TypedFunction function) {
        Names names = new Names();
        List<String> parameters = new ArrayList<>(List.of("bs_closure *" + VariableEmitter.SELF));
        List<String> arguments = new ArrayList<>();
        if (function.kind() == TypedFunction.Kind.CLOSURE) {
            arguments.add("(" + closure(function) + " *)" + VariableEmitter.SELF);
        }
        for (Local parameter : function.parameters()) {
            String name = names.fresh("a");
            parameters.add(unit.types().of(parameter.type()) + " " + name);
            arguments.add(name);
        }
        String result = unit.types().of(function.result());
        unit.text().line("");
        unit.text().line(
                function.span(),
                result + " " + unit.layout().code().value(function.id()) + "(" + String.join(", ", parameters) + ") { "
                        + (result.equals("void") ? "" : "return ") + unit.called(function.id()) + "("
                        + String.join(", ", arguments) + "); }");
    }

    /** The struct of a closure with its captures, a word each. */
    String closureDefinition(TypedFunction function) {
        StringBuilder code = new StringBuilder(closure(function)).append(" { const bs_class *class_; void (*code)(void); ");
        function.captures()
                .forEach(c -> code.append("_Alignas(4) ").append(unit.types().capture(c)).append(' ')
                        .append(VariableEmitter.captureField(c)).append("; "));
        return code.append("};").toString();
    }

    private void privateGlobals(TypedFunction topLevel) {
        for (Global global : unit.privateGlobals()) {
            if (global.module().equals(topLevel.id().module())) {
                String zero = global.type().representation() == Representation.WORD ? "BS_WORD_NULL" : "0";
                unit.text().line(
                        unit.types().of(global.type()) + " " + VariableEmitter.global(unit, global) + " = " + zero + ";");
            }
        }
    }

    private String closure(TypedFunction function) {
        return unit.types().closure(function, unit.name(function.id()));
    }

    /** The name under which a parameter arrives. */
    private static String argument(Local parameter, Names names) {
        return parameter.shared() ? names.of(parameter) + "_argument" : names.of(parameter);
    }
}
