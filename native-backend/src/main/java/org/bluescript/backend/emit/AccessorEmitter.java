package org.bluescript.backend.emit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bluescript.backend.link.LinkPlan;
import org.bluescript.language.members.BuiltinMembers;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.typed.Local;
import org.bluescript.language.types.PrimitiveType;

/**
 * Emits the function for one way to use a member of a word: it tests for each class that has the member, then for arrays and
 * strings, and else raises the error. Errors are its caller's: no user knows of it.
 */
final class AccessorEmitter {
    private final Unit unit;
    private final MemberAccess access;
    private final Names names = new Names();
    private final ExpressionEmitter expressions;
    private final Operands operands;
    private final String word;

    AccessorEmitter(Unit unit, MemberAccess access) {
        this.unit = unit;
        this.access = access;
        this.expressions = new ExpressionEmitter(unit, names);
        List<Local> words = Stream.generate(() -> new Local("w", PrimitiveType.ANY))
                .limit(access.words() + 1)
                .toList();
        this.operands = new Operands(words, unit.accessors().firstPlace(access));
        this.word = names.of(words.getFirst());
    }

    /**
     * The declaration without semicolon. Its code lies behind the program's own: an error that is raised in it is one of the place
     * that uses the member.
     */
    String declaration() {
        String name = unit.accessors().function(access);
        return "static __attribute__((noinline, section(\"" + LinkPlan.BEHIND + name + "\"))) bs_word " + name + "("
                + operands.words().stream().map(w -> "bs_word " + names.of(w)).collect(Collectors.joining(", ")) + ")";
    }

    void emit() {
        CText text = unit.text();
        text.line("");
        text.line(declaration());
        text.line("{");
        text.indent();
        byClass(text);
        BuiltinMembers builtins = unit.accessors().builtins();
        builtins.receiversOf(access)
                .forEach(r -> text.line("if (" + ClassTest.receives(r).of(word) + ") "
                        + answer(builtins.resolve(access, r, operands))));
        text.line(BuiltinMembers.ofOthers(access, operands)
                .map(e -> "return " + expressions.emit(e) + ";")
                .orElseGet(() -> "bs_raise_member(" + word + ", " + expressions.literal(access.name()) + ");"));
        text.outdent();
        text.line("}");
    }

    /** What is in line at every use need not be here. */
    private void byClass(CText text) {
        List<DynamicMembers.Run> runs = unit.accessors().runs(access);
        if (runs.isEmpty() || unit.accessors().likely(access, operands).isPresent()) {
            return;
        }
        text.line("if (bs_is_object(" + word + "))");
        text.line("switch (bs_class_of(" + word + ")->id) {");
        for (DynamicMembers.Run run : runs) {
            text.line("case " + run.firstId() + " ... " + run.lastId() + ":");
            text.indent();
            text.line(answer(unit.accessors().resolve(access, run, operands)));
            text.outdent();
        }
        text.line("}");
    }

    private String answer(Resolution resolution) {
        return switch (resolution) {
            case Resolution.WrongCount c -> UniformEmitter.wrongCount(c.type(), Integer.toString(access.words()));
            case Resolution.Unknown u -> "break;";
            case Resolution.Means m -> give(m);
            case Resolution.CallOf c -> give(c);
        };
    }

    private String give(Resolution resolution) {
        String meaning = new MemberEmitter(unit, names, expressions).meaning(resolution, operands);
        return access.kind() == MemberAccess.Kind.WRITE
                ? "{ " + meaning + "; return " + names.of(operands.words().get(1)) + "; }"
                : "return " + meaning + ";";
    }
}
