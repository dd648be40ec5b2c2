package org.bluescript.backend.infer;

import java.util.Map;

import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/**
 * Types that follow from a whole program for what the program gives none.
 *
 * @param program means the same
 * @param originals for its expressions those of the program that it was made of
 */
public record Inference(TypedProgram program, Map<TypedExpression, TypedExpression> originals) {
    /** What follows from the program. C in it may store what it likes: then nothing does. */
    public static Inference of(TypedProgram program) {
        if (program.modules().stream().anyMatch(m -> !m.code().isEmpty())
                || program.functions().values().stream().anyMatch(Inference::hasCode)) {
            return none(program);
        }
        Flow flow = new Flow(program, DynamicMembers.of(program, ClassLayouts.of(program)));
        Retyper retyper = new Retyper(flow);
        return new Inference(retyper.retyped(), retyper.originals());
    }

    /** The program as it is. */
    public static Inference none(TypedProgram program) {
        return new Inference(program, Map.of());
    }

    private static boolean hasCode(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.statements(function.body(), s -> found[0] |= s instanceof TypedStatement.InlineCode);
        return found[0];
    }
}
