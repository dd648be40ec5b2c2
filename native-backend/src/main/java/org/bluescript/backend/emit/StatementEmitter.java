package org.bluescript.backend.emit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.backend.optimize.LoopVersions;
import org.bluescript.language.layout.CellClasses;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Emits the statements of one function. */
final class StatementEmitter {
    private final Unit unit;
    private final Names names;
    private final Type result;
    private final ExpressionEmitter expressions;
    private final CText text;
    private final LoopVersions versions;
    private final Map<TypedStatement.TryCatch, GuardedBody> bodies;
    /** What is being emitted, if that is the body of a {@code try}; else null. */
    private final GuardedBody own;
    /** Targets that some break, or some continue, of the function refers to. */
    private final Set<TypedStatement.Target> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<TypedStatement.Target> continued = Collections.newSetFromMap(new IdentityHashMap<>());

    /** For a function, in which the bodies of {@code try} statements have been emitted. */
    StatementEmitter(
            Unit unit, Names names, TypedFunction function, Map<TypedStatement.TryCatch, GuardedBody> bodies) {
        this(unit, names, function.result(), bodies, null, function.body());
    }

    /** For the body of a {@code try} in a function with this result; the bodies in it have been emitted. */
    StatementEmitter(
            Unit unit,
            Names names,
            Type result,
            Map<TypedStatement.TryCatch, GuardedBody> bodies,
            GuardedBody own) {
        this(unit, names, result, bodies, own, own.statement().body());
    }

    private StatementEmitter(
            Unit unit,
            Names names,
            Type result,
            Map<TypedStatement.TryCatch, GuardedBody> bodies,
            GuardedBody own,
            TypedStatement body) {
        this.unit = unit;
        this.names = names;
        this.result = result;
        this.bodies = bodies;
        this.own = own;
        this.expressions = new ExpressionEmitter(unit, names);
        this.text = unit.text();
        this.versions = new LoopVersions(unit.program(), unit::isPrivate);
        TreeWalk.statements(body, s -> {
            switch (s) {
                case TypedStatement.Break b -> broken.add(b.target());
                case TypedStatement.Continue c -> continued.add(c.target());
                default -> {}
            }
        });
    }

    void emit(TypedStatement statement) {
        switch (statement) {
            case TypedStatement.Evaluate s -> text.line(s.span(), expressions.emit(s.expression()) + ";");
            case TypedStatement.Declare s -> declare(s);
            case TypedStatement.RenewCell s -> renew(s);
            case TypedStatement.If s -> branch(s);
            case TypedStatement.Loop s -> loop(s);
            case TypedStatement.Break s -> text.line(s.span(), jump(s));
            case TypedStatement.Continue s -> text.line(s.span(), jump(s));
            case TypedStatement.Labeled s -> {
                emit(s.body());
                breakLabel(s.target());
            }
            case TypedStatement.Switch s -> choose(s);
            case TypedStatement.Return s ->
                text.line(s.span(), returning(s, s.value().map(v -> expressions.as(result, v))));
            case TypedStatement.Throw s -> text.line(s.span(), "bs_throw(" + expressions.emit(s.error()) + ");");
            case TypedStatement.TryCatch s -> guarded(bodies.get(s));
            case TypedStatement.Block s -> block(s.statements());
            case TypedStatement.InlineCode s -> InlineCodeEmitter.emit(text, expressions, s);
            case TypedStatement.Resume s -> text.line(resume(s.number()) + ":;");
            case TypedStatement.Recall s -> new RecallEmitter(unit, names, expressions).emit(s, returningNothing(s.span()));
        }
    }

    /** Moves a shared parameter, which arrived under another name, into its cell. */
    void shareParameter(Local local, String value, Span span) {
        newCell(local, value, span);
    }

    private void block(List<TypedStatement> statements) {
        text.line("{");
        text.indent();
        statements.forEach(this::emit);
        text.outdent();
        text.line("}");
    }

    private void declare(TypedStatement.Declare s) {
        String value = expressions.as(s.local().type(), s.value());
        if (s.local().shared()) {
            newCell(s.local(), value, s.span());
        } else {
            text.line(s.span(), unit.types().of(s.local().type()) + " " + names.of(s.local()) + " = " + value + ";");
        }
    }

    /** The value is computed first: making the cell may collect. */
    private void newCell(Local local, String value, Span span) {
        Type type = local.type();
        String cell = unit.types().cell(type);
        String name = names.of(local);
        String initial = names.fresh("t");
        text.line(span, unit.types().of(type) + " " + initial + " = " + value + ";");
        text.line(span, cell + " *" + name + " = bs_allocate(&" + cellClass(type) + ", sizeof(" + cell + "));");
        text.line(span, name + "->value = " + initial + ";");
    }

    private void renew(TypedStatement.RenewCell s) {
        String name = names.of(s.local());
        String cell = unit.types().cell(s.local().type());
        String fresh = names.fresh("cell");
        text.line(
                s.span(),
                "{ " + cell + " *" + fresh + " = bs_allocate(&" + cellClass(s.local().type()) + ", sizeof(" + cell
                        + ")); " + fresh + "->value = " + name + "->value; " + name + " = " + fresh + "; }");
    }

    /** The label at which a function goes on. */
    static String resume(int number) {
        return "resume_" + number;
    }

    static String cellClass(Type type) {
        return CellClasses.symbol(type);
    }

    private String jump(TypedStatement.Break s) {
        return own == null || own.contains(s.target())
                ? "goto " + names.label("break", s.target()) + ";"
                : leaving(s);
    }

    private String jump(TypedStatement.Continue s) {
        return own == null || own.contains(s.target())
                ? "goto " + names.label("continue", s.target()) + ";"
                : leaving(s);
    }

    private String returning(TypedStatement.Return s, Optional<String> value) {
        if (own == null) {
            return value.map(v -> "return " + v + ";").orElse("return;");
        }
        String frame = TryEmitter.FRAME + "->";
        return value.map(v -> "{ " + TryEmitter.result(frame) + " = " + v + "; " + leaving(s) + " }")
                .orElseGet(() -> leaving(s));
    }

    /** Ends the function with a result that nobody looks at. */
    private String returningNothing(Span span) {
        boolean hasResult = result.representation() != Representation.NOTHING;
        Optional<TypedExpression> any = hasResult ? Optional.of(new TypedExpression.BooleanConstant(span, false)) : Optional.empty();
        return returning(new TypedStatement.Return(span, any), any.map(v -> "0"));
    }

    /** Tells the function around the body of the {@code try} what to do. */
    private String leaving(TypedStatement exit) {
        return "{ " + TryEmitter.leave(TryEmitter.FRAME + "->") + " = " + own.exit(exit) + "; return 0; }";
    }

    /** Calls the body, and goes on with what it wanted, or with the handler. */
    private void guarded(GuardedBody body) {
        TypedStatement.TryCatch s = body.statement();
        String frame = names.fresh("frame");
        text.line("{");
        text.indent();
        text.line(body.struct() + " " + frame + ";");
        for (int i = 0; i < body.taken().size(); i++) {
            text.line(frame + "." + TryEmitter.field(i) + " = " + names.of(body.taken().get(i)) + ";");
        }
        if (body.usesCaptures()) {
            text.line(frame + "." + VariableEmitter.SELF + " = " + VariableEmitter.SELF + ";");
        }
        if (!body.exits().isEmpty()) {
            text.line(TryEmitter.leave(frame + ".") + " = 0;");
        }
        text.line(
                s.span(),
                unit.types().of(s.error().type()) + " " + names.of(s.error()) + " = bs_try(" + body.name() + ", &" + frame
                        + ");");
        for (int i = 0; i < body.taken().size(); i++) {
            if (body.isWritten(body.taken().get(i))) {
                text.line(names.of(body.taken().get(i)) + " = " + frame + "." + TryEmitter.field(i) + ";");
            }
        }
        forgetReferences(body, frame);
        text.line("if (BS_UNLIKELY(" + names.of(s.error()) + " != 0))");
        nested(s.handler());
        for (int i = 0; i < body.exits().size(); i++) {
            text.line("else if (" + TryEmitter.leave(frame + ".") + " == " + (i + 1) + ")");
            text.line("    " + redo(body.exits().get(i), TryEmitter.result(frame + ".")));
        }
        text.outdent();
        text.line("}");
    }

    /** The struct stays on the stack, where the collector would find in it what nobody needs any more. */
    private void forgetReferences(GuardedBody body, String frame) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < body.taken().size(); i++) {
            Local local = body.taken().get(i);
            if (local.shared() || local.type().isTraced()) {
                code.append(frame).append('.').append(TryEmitter.field(i)).append(" = 0; ");
            }
        }
        if (!code.isEmpty()) {
            text.line(code + "__asm__ volatile(\"\" : : \"m\"(" + frame + "));");
        }
    }

    /** A jump or return that the body of a {@code try} could not do itself. */
    private String redo(TypedStatement exit, String value) {
        return switch (exit) {
            case TypedStatement.Break s -> jump(s);
            case TypedStatement.Continue s -> jump(s);
            case TypedStatement.Return s -> returning(s, s.value().map(v -> value));
            default -> throw new IllegalArgumentException("no jump: " + exit);
        };
    }

    private void branch(TypedStatement.If s) {
        text.line(s.span(), "if (" + expressions.emit(s.condition()) + ")");
        nested(s.whenTrue());
        s.whenFalse().ifPresent(otherwise -> {
            text.line("else");
            nested(otherwise);
        });
    }

    /** A loop of which two versions pay is emitted twice; in the first, some indices are known to be in range. */
    private void loop(TypedStatement.Loop s) {
        Optional<LoopVersions.Versioned> versioned = versions.of(s);
        if (versioned.isEmpty()) {
            oneLoop(s);
            return;
        }
        text.line(s.span(), "if (" + new GuardEmitter(expressions, names).emit(versioned.get()) + ") {");
        text.indent();
        expressions.withProven(versioned.get().proven(), () -> oneLoop(s));
        forgetLabels(s);
        text.outdent();
        text.line("} else {");
        text.indent();
        oneLoop(s);
        text.outdent();
        text.line("}");
    }

    private void forgetLabels(TypedStatement.Loop loop) {
        TreeWalk.statements(loop, s -> {
            switch (s) {
                case TypedStatement.Loop inner -> names.forgetLabels(inner.target());
                case TypedStatement.Labeled inner -> names.forgetLabels(inner.target());
                case TypedStatement.Switch inner -> names.forgetLabels(inner.target());
                default -> {}
            }
        });
    }

    private void oneLoop(TypedStatement.Loop s) {
        String condition = s.condition().map(expressions::emit).orElse("true");
        Span place = s.condition().map(TypedExpression::span).orElse(s.span());
        text.line(place, s.testFirst() ? "while (" + condition + ") {" : "do {");
        text.indent();
        if (isEndless(s)) {
            text.line(place, "__asm__ volatile(\"\");");
        }
        emit(s.body());
        if (continued.contains(s.target())) {
            text.line(names.label("continue", s.target()) + ":;");
        }
        s.update().forEach(this::emit);
        text.outdent();
        text.line(place, s.testFirst() ? "}" : "} while (" + condition + ");");
        breakLabel(s.target());
    }

    /** Such a loop may come to nothing but a branch to itself: an empty instruction keeps its place in the line table. */
    private static boolean isEndless(TypedStatement.Loop s) {
        return s.condition().isEmpty()
                || s.condition().get() instanceof TypedExpression.BooleanConstant c && c.value();
    }

    /** Bodies are not braced: a declaration in one case is seen by those that follow. */
    private void choose(TypedStatement.Switch s) {
        text.line(s.span(), "switch (" + expressions.emit(s.subject()) + ") {");
        for (TypedStatement.Case c : s.cases()) {
            c.values().forEach(v -> text.line("case " + ExpressionEmitter.integer(v) + ":;"));
            if (c.isDefault()) {
                text.line("default:;");
            }
            text.indent();
            c.body().forEach(this::emit);
            text.outdent();
        }
        text.line("}");
        breakLabel(s.target());
    }

    private void nested(TypedStatement statement) {
        block(statement instanceof TypedStatement.Block b ? b.statements() : List.of(statement));
    }

    private void breakLabel(TypedStatement.Target target) {
        if (broken.contains(target)) {
            text.line(names.label("break", target) + ":;");
        }
    }
}
