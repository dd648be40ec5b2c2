package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Emits uses of members of words, and calls of words. Where one test of the class tells what a name means, it is in line, with
 * its meaning; everything else is a call of the function that all uses of the name in this way share, see
 * {@link AccessorEmitter}.
 */
final class MemberEmitter {
    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    MemberEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    /** A read, a write, or a call by name. */
    String member(TypedExpression e) {
        MemberAccess access = MemberAccess.of(e).orElseThrow();
        StringBuilder code = new StringBuilder("({ ");
        Operands operands = new Operands(declare(code, TreeWalk.operands(e)), e.span());
        List<String> words = operands.words().stream().map(names::of).toList();
        code.append(unit.text().at(e.span()));
        String otherwise = unit.accessors().function(access) + "(" + String.join(", ", words) + ")";
        boolean isWrite = access.kind() == MemberAccess.Kind.WRITE;
        code.append(unit.accessors()
                .likely(access, operands)
                .map(l -> choice(l, operands, otherwise, isWrite))
                .orElse(otherwise));
        return code.append(isWrite ? "; " + words.get(1) + "; })" : "; })").toString();
    }

    private String choice(Accessors.Likely likely, Operands operands, String otherwise, boolean isWrite) {
        String test = "BS_LIKELY(" + likely.test().of(names.of(operands.words().getFirst())) + ")";
        String meaning = meaning(likely.meaning(), operands);
        return isWrite
                ? "if (" + test + ") " + meaning + "; else " + otherwise
                : "(" + test + " ? " + meaning + " : " + otherwise + ")";
    }

    /** What an access means, as an expression; it does mean something. */
    String meaning(Resolution resolution, Operands operands) {
        return switch (resolution) {
            case Resolution.Means m -> meaning(m);
            case Resolution.CallOf c -> expressions.emit(
                    new TypedExpression.DynamicCall(operands.span(), c.callee(), operands.arguments()));
            case Resolution.WrongCount c -> throw new IllegalArgumentException("an error: " + c);
            case Resolution.Unknown u -> throw new IllegalArgumentException("no meaning");
        };
    }

    /** C leaves the order of arguments open: they are named one by one. */
    private String meaning(Resolution.Means meaning) {
        StringBuilder code = new StringBuilder();
        List<TypedExpression> values = new ArrayList<>();
        for (TypedExpression argument : meaning.arguments()) {
            if (argument instanceof TypedExpression.Read) {
                values.add(argument);
                continue;
            }
            Type type = argument.type();
            Local local = new Local("t", type);
            code.append(unit.types().of(type)).append(' ').append(names.of(local)).append(" = ");
            code.append(expressions.emit(argument)).append("; ");
            values.add(new TypedExpression.Read(argument.span(), local, type));
        }
        String use = expressions.emit(meaning.use().apply(values));
        return code.isEmpty() ? use : "({ " + code + use + "; })";
    }

    /** A call of a word: of the uniform entry that the closure's class has. */
    String call(TypedExpression.DynamicCall e) {
        StringBuilder code = new StringBuilder("({ ");
        List<String> words = declare(code, TreeWalk.operands(e)).stream().map(names::of).toList();
        List<String> arguments = words.subList(1, words.size());
        String callee = words.getFirst();
        code.append(unit.text().at(e.span())).append("((").append(UniformEmitter.pointer(arguments.size()));
        code.append(")bs_entry_of(").append(callee).append("))(bs_untag_reference(").append(callee).append("), ");
        code.append(arguments.size());
        arguments.forEach(a -> code.append(", ").append(a));
        return code.append("); })").toString();
    }

    private List<Local> declare(StringBuilder code, List<TypedExpression> operands) {
        List<Local> result = new ArrayList<>();
        for (TypedExpression operand : operands) {
            Local local = new Local("w", PrimitiveType.ANY);
            code.append("bs_word ").append(names.of(local)).append(" = ").append(expressions.emit(operand)).append("; ");
            result.add(local);
        }
        return result;
    }
}
