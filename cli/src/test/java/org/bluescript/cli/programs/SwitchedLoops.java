package org.bluescript.cli.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bluescript.backend.specialize.LoopEntry;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;

/**
 * Plays the host of a specialised program, on the device alone: functions are as their source says until, in the middle of a loop, they
 * call its entry; and loops are recalled, and entered again at once, the first times that they could be.
 */
public final class SwitchedLoops {
    /** How often loops are recalled. */
    private static final int RECALLS = 40;

    private final TypedProgram source;
    private final SpecializedProgram specialized;
    private final Random random;
    private final Global recalls = new Global("(host)", "recalls", PrimitiveType.INTEGER);
    private final Map<TypedStatement.Loop, LoopEntry> entries = new IdentityHashMap<>();

    public SwitchedLoops(TypedProgram source, SpecializedProgram specialized, Random random) {
        this.source = source;
        this.specialized = specialized;
        this.random = random;
    }

    public TypedProgram program() {
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        for (TypedFunction function : specialized.program().functions().values()) {
            TypedFunction before = source.functions().get(function.id());
            functions.put(function.id(), before != null && choose(before) ? switching(before) : recalled(function));
        }
        TypedProgram p = specialized.program();
        List<TypedModule> modules = new ArrayList<>(p.modules());
        TypedModule first = modules.getFirst();
        List<Global> globals = new ArrayList<>(first.globals());
        globals.add(recalls);
        modules.set(0, new TypedModule(first.path(), first.file(), globals, first.topLevel(), first.code()));
        return new TypedProgram(modules, p.classes(), functions, p.growable(), p.library(), p.implementers(), p.adapters());
    }

    /** Which of the function's loops hand over; none in a try, whose handler would have an error that the host's has had already. */
    private boolean choose(TypedFunction function) {
        List<TypedStatement.Loop> loops = loops(function.body());
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.TryCatch t) {
                loops.removeAll(loops(t.body()));
            }
        });
        if (loops.isEmpty()) {
            return false;
        }
        Sites sites = Sites.of(source, function);
        boolean any = false;
        for (TypedStatement.Loop loop : loops) {
            LoopEntry entry = specialized.loops().get(new LoopId(function.id(), sites.number(loop)));
            if (entry != null && random.nextInt(3) > 0) {
                entries.put(loop, entry);
                any = true;
            }
        }
        return any;
    }

    private static List<TypedStatement.Loop> loops(TypedStatement statements) {
        List<TypedStatement.Loop> result = new ArrayList<>();
        TreeWalk.statements(statements, s -> {
            if (s instanceof TypedStatement.Loop loop) {
                result.add(loop);
            }
        });
        return result;
    }

    private TypedFunction switching(TypedFunction function) {
        return with(function, (TypedStatement.Block) new Mapping() {
            @Override
            TypedStatement map(TypedStatement statement) {
                return statement instanceof TypedStatement.Loop loop && entries.containsKey(loop)
                        ? counted(function, (TypedStatement.Loop) super.map(loop), entries.get(loop))
                        : super.map(statement);
            }
        }.map(function.body()));
    }

    /** The loop, which hands over at its first test, or after some turns. */
    private TypedStatement counted(TypedFunction function, TypedStatement.Loop loop, LoopEntry entry) {
        Local turns = new Local("turns", PrimitiveType.INTEGER);
        TypedExpression read = new TypedExpression.Read(loop.span(), turns, PrimitiveType.INTEGER);
        int after = random.nextInt(3);
        List<TypedStatement> all = new ArrayList<>();
        all.add(new TypedStatement.Declare(loop.span(), turns, constant(loop, 0)));
        List<TypedExpression> locals = entry.locals().stream()
                .<TypedExpression>map(l -> new TypedExpression.Read(loop.span(), l, l.type()))
                .toList();
        TypedStatement handOver = returning(function, new TypedExpression.Call(loop.span(), entry.id(), locals, function.result()));
        if (after == 0 && loop.testFirst()) {
            all.add(new TypedStatement.If(
                    loop.span(),
                    compared(ComparisonOperator.EQUAL, read, constant(loop, 0)),
                    handOver,
                    Optional.empty()));
        }
        List<TypedStatement> update = new ArrayList<>(loop.update());
        update.add(new TypedStatement.Evaluate(
                loop.span(), new TypedExpression.Write(loop.span(), turns, increased(read))));
        update.add(new TypedStatement.If(
                loop.span(),
                compared(ComparisonOperator.GREATER_EQUAL, read, constant(loop, Math.max(after, 1))),
                handOver,
                Optional.empty()));
        all.add(new TypedStatement.Loop(
                loop.span(), loop.target(), loop.condition(), loop.testFirst(), loop.body(), update));
        return new TypedStatement.Block(loop.span(), all);
    }

    /** Enters loops again in the place of giving them back. */
    private TypedFunction recalled(TypedFunction function) {
        Map<Integer, LoopEntry> own = new HashMap<>();
        specialized.loops().forEach((id, entry) -> {
            if (id.function().equals(function.id().origin())) {
                own.put(id.number(), entry);
            }
        });
        boolean isEntry = function.id().name().contains("loop");
        return with(function, (TypedStatement.Block) new Mapping() {
            @Override
            TypedStatement map(TypedStatement statement) {
                return switch (statement) {
                    case TypedStatement.TryCatch s ->
                        new TypedStatement.TryCatch(s.span(), NOT_RECALLED.map(s.body()), s.error(), map(s.handler()));
                    case TypedStatement.Recall s when isEntry -> {
                        String name = function.id().name();
                        int number = Integer.parseInt(name.substring(name.lastIndexOf("loop") + 4));
                        yield again(function, s, own.get(number));
                    }
                    case TypedStatement.If s when s.whenTrue() instanceof TypedStatement.Recall recall -> {
                        var test = (TypedExpression.Compare) s.condition();
                        int number = ((TypedExpression.IntegerConstant) test.right()).value();
                        yield new TypedStatement.If(
                                s.span(), s.condition(), again(function, recall, own.get(number)), Optional.empty());
                    }
                    default -> super.map(statement);
                };
            }
        }.map(function.body()));
    }

    private TypedStatement again(TypedFunction function, TypedStatement.Recall s, LoopEntry entry) {
        TypedExpression read = new TypedExpression.Read(s.span(), recalls, PrimitiveType.INTEGER);
        TypedStatement count = new TypedStatement.Evaluate(
                s.span(), new TypedExpression.Write(s.span(), recalls, increased(read)));
        TypedExpression call = new TypedExpression.Call(s.span(), entry.id(), s.state(), function.result());
        List<TypedStatement> all = new ArrayList<>(List.of(count));
        s.stores().forEach(store -> all.add(new TypedStatement.Evaluate(s.span(), store)));
        all.add(returning(function, call));
        return new TypedStatement.If(
                s.span(),
                compared(ComparisonOperator.LESS, read, new TypedExpression.IntegerConstant(s.span(), RECALLS, PrimitiveType.INTEGER)),
                new TypedStatement.Block(s.span(), all),
                Optional.empty());
    }

    private static TypedExpression constant(TypedStatement at, int value) {
        return new TypedExpression.IntegerConstant(at.span(), value, PrimitiveType.INTEGER);
    }

    private static TypedExpression increased(TypedExpression read) {
        TypedExpression one = new TypedExpression.IntegerConstant(read.span(), 1, PrimitiveType.INTEGER);
        return new TypedExpression.Arithmetic(read.span(), ArithmeticOperator.ADD, read, one, PrimitiveType.INTEGER);
    }

    private static TypedExpression compared(ComparisonOperator operator, TypedExpression left, TypedExpression right) {
        return new TypedExpression.Compare(left.span(), operator, TypedExpression.Compare.Domain.INTEGER, left, right);
    }

    private static TypedStatement returning(TypedFunction function, TypedExpression value) {
        return function.result().representation() == Representation.NOTHING
                ? new TypedStatement.Block(
                        value.span(),
                        List.of(
                                new TypedStatement.Evaluate(value.span(), value),
                                new TypedStatement.Return(value.span(), Optional.empty())))
                : new TypedStatement.Return(value.span(), Optional.of(value));
    }

    private static TypedFunction with(TypedFunction f, TypedStatement.Block body) {
        return new TypedFunction(
                f.id(), f.displayName(), f.kind(), f.parameters(), f.captures(), f.result(), body, f.deviceBound(), f.span());
    }

    /** Of loops that are entered for the first time only. */
    private static final Mapping NOT_RECALLED = new Mapping() {
        @Override
        TypedStatement map(TypedStatement statement) {
            boolean isRecall = statement instanceof TypedStatement.Recall
                    || statement instanceof TypedStatement.If s && s.whenTrue() instanceof TypedStatement.Recall;
            return isRecall ? new TypedStatement.Block(statement.span(), List.of()) : super.map(statement);
        }
    };

    /** Makes statements that are like others. */
    private static class Mapping {
        TypedStatement map(TypedStatement statement) {
            return switch (statement) {
                case TypedStatement.If s ->
                    new TypedStatement.If(s.span(), s.condition(), map(s.whenTrue()), s.whenFalse().map(this::map));
                case TypedStatement.Loop s ->
                    new TypedStatement.Loop(
                            s.span(), s.target(), s.condition(), s.testFirst(), map(s.body()), each(s.update()));
                case TypedStatement.Labeled s -> new TypedStatement.Labeled(s.span(), s.target(), map(s.body()));
                case TypedStatement.Switch s ->
                    new TypedStatement.Switch(
                            s.span(),
                            s.target(),
                            s.subject(),
                            s.cases().stream()
                                    .map(c -> new TypedStatement.Case(c.span(), c.values(), c.isDefault(), each(c.body())))
                                    .toList());
                case TypedStatement.TryCatch s ->
                    new TypedStatement.TryCatch(s.span(), map(s.body()), s.error(), map(s.handler()));
                case TypedStatement.Block s -> new TypedStatement.Block(s.span(), each(s.statements()));
                default -> statement;
            };
        }

        private List<TypedStatement> each(List<TypedStatement> statements) {
            List<TypedStatement> result = new ArrayList<>();
            statements.forEach(s -> result.add(map(s)));
            return result;
        }
    }
}
