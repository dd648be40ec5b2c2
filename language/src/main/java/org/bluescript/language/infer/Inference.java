package org.bluescript.language.infer;

import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/** Types that follow from a whole program for what the program gives none, and values that cannot be others. */
public final class Inference {
    private Inference() {}

    /**
     * A program that means the same, with the types that follow from this one as a whole; an integer that is always the same stands
     * where it was read, and indices know the length of arrays that always have the same. Its objects and arrays lie in memory
     * otherwise. From a program with inline C, which may store what it likes, nothing follows: it is given back as it is.
     */
    public static TypedProgram inferred(TypedProgram program) {
        if (program.modules().stream().anyMatch(m -> !m.code().isEmpty())
                || program.functions().values().stream().anyMatch(Inference::hasCode)) {
            return program;
        }
        return new Retyper(new Flow(program, DynamicMembers.of(program, ClassLayouts.of(program)))).retyped();
    }

    /** Whether the program does something with values of which it does not say the type. */
    public static boolean hasWords(TypedProgram program) {
        boolean[] found = {false};
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> found[0] |= switch (e) {
            case TypedExpression.Dynamic d -> true;
            case TypedExpression.DynamicRead d -> true;
            case TypedExpression.DynamicWrite d -> true;
            case TypedExpression.DynamicMethodCall d -> true;
            case TypedExpression.DynamicCall d -> true;
            default -> false;
        }));
        return found[0];
    }

    private static boolean hasCode(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.statements(function.body(), s -> found[0] |= s instanceof TypedStatement.InlineCode);
        return found[0];
    }
}
