package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.layout.Exchange;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Emits how a loop is given back to the host, {@link Exchange}. The whole state is made before any of it is stored: making a word may
 * collect, and the exchange area keeps nothing alive.
 */
final class RecallEmitter {
    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    RecallEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    /** What functions with loops to recall, and entries for the host, share. */
    static void emitDeclarations(CText text) {
        text.line("extern volatile uint32_t " + Exchange.SYMBOL + "[];");
        text.line("union bs_exchanged { uint32_t word; float number; };");
    }

    static boolean isIn(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.statements(function.body(), s -> found[0] |= s instanceof TypedStatement.Recall);
        return found[0];
    }

    /** @param end leaves the function */
    void emit(TypedStatement.Recall recall, String end) {
        CText text = unit.text();
        text.line("if (BS_UNLIKELY(" + word(Exchange.RECALL_OFFSET) + " != 0)) {");
        text.indent();
        recall.stores().forEach(s -> text.line(recall.span(), expressions.emit(s) + ";"));
        List<String> words = new ArrayList<>();
        for (TypedExpression value : recall.state()) {
            String name = names.fresh("state");
            words.add(name);
            text.line(recall.span(), "uint32_t " + name + " = " + word(value.type(), expressions.emit(value)) + ";");
        }
        for (int i = 0; i < words.size(); i++) {
            text.line(word(Exchange.STATE_OFFSET + 4 * i) + " = " + words.get(i) + ";");
        }
        text.line(word(Exchange.RECALLED_OFFSET) + " = 1;");
        text.line(end);
        text.outdent();
        text.line("}");
    }

    static String word(int offset) {
        return Exchange.SYMBOL + "[" + offset / 4 + "]";
    }

    /** The value as the host takes it. */
    static String word(Type type, String value) {
        return type.representation() == Representation.FLOAT
                ? "(union bs_exchanged){.number = " + value + "}.word"
                : "(uint32_t)(" + value + ")";
    }
}
