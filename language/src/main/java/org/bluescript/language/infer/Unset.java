package org.bluescript.language.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedStatement;

/**
 * Finds properties and variables of modules that may be looked at before they are set: an integer is there then, the word of zero, or
 * null. Whoever calls something before setting them gives everything that may be called the chance to look; a constructor that hands
 * its instance to others before, gives it to the whole program, if that goes on after errors.
 */
final class Unset {
    private final Flow flow;
    /** What functions read themselves: variables, and the names of properties. */
    private final Map<FunctionId, Set<Object>> reads = new HashMap<>();
    private final boolean goesOnAfterErrors;

    Unset(Flow flow) {
        this.flow = flow;
        this.goesOnAfterErrors = ErrorClasses.areCaught(flow.program);
        flow.program.functions().values().forEach(f -> reads.put(f.id(), readBy(f.body())));
    }

    private static Set<Object> readBy(TypedStatement statement) {
        Set<Object> result = new HashSet<>();
        TreeWalk.expressions(statement, e -> {
            switch (e) {
                case TypedExpression.Read r when r.variable() instanceof Global g -> result.add(g);
                case TypedExpression.FieldRead r -> result.add(r.field().name());
                case TypedExpression.DynamicRead r -> result.add(r.name());
                case TypedExpression.DynamicMethodCall c -> result.add(c.name());
                default -> {}
            }
        });
        return result;
    }

    /** Gives all these what is there then; whether that is new to one of them. */
    boolean add() {
        boolean isNew = false;
        Map<FunctionId, Set<Object>> all = transitive();
        for (TypedClass c : flow.program.classes().values()) {
            TypedFunction constructor = flow.program.functions().get(c.constructor());
            if (constructor != null) {
                for (Field field : c.fields()) {
                    boolean isSeen = isSeen(constructor, all, field.name(), e -> e instanceof TypedExpression.FieldWrite w && w.field().equals(field));
                    isNew |= isSeen && flow.slots().of(field).add(flow.values.only(Values.INTEGER));
                }
            }
        }
        for (TypedModule module : flow.program.modules()) {
            TypedFunction topLevel = flow.program.functions().get(module.topLevel());
            for (Global global : module.globals()) {
                boolean isSeen = isSeen(topLevel, all, global, e -> e instanceof TypedExpression.Write w && w.variable().equals(global));
                isNew |= isSeen && flow.slots().of(global, topLevel).add(flow.values.only(Values.NULL));
            }
        }
        return isNew;
    }

    private Map<FunctionId, Set<Object>> transitive() {
        Map<FunctionId, Set<Object>> result = new HashMap<>();
        reads.forEach((id, r) -> result.put(id, new HashSet<>(r)));
        boolean[] changed = {true};
        while (changed[0]) {
            changed[0] = false;
            result.forEach((id, r) -> flow.calledBy(id).forEach(c -> changed[0] |= id != c && r.addAll(result.get(c))));
        }
        return result;
    }

    private interface Setting {
        boolean isBy(TypedExpression expression);
    }

    /** Whether the function may look, or let others look, before it certainly sets what is meant. */
    private boolean isSeen(TypedFunction function, Map<FunctionId, Set<Object>> all, Object what, Setting setting) {
        for (TypedStatement statement : straight(function.body())) {
            boolean isSet = statement instanceof TypedStatement.Evaluate e && setting.isBy(e.expression());
            if (goesOnAfterErrors && function.kind() == TypedFunction.Kind.CONSTRUCTOR && handsOut(statement, function)) {
                return true;
            }
            if (readBy(statement).contains(what) || flow.calledIn(statement).stream().anyMatch(c -> all.get(c).contains(what))) {
                return true;
            }
            if (isSet) {
                return false;
            }
        }
        return true;
    }

    /** Whether the statement of a constructor does more with the instance than to use its properties, and to have the superclass's constructor do so. */
    private boolean handsOut(TypedStatement statement, TypedFunction constructor) {
        Local instance = constructor.parameters().getFirst();
        int[] uses = {0};
        boolean[] byOthers = {false};
        TreeWalk.expressions(statement, e -> {
            switch (e) {
                case TypedExpression.Read r when r.variable() == instance -> uses[0]++;
                case TypedExpression.FieldRead r when isRead(r.object(), instance) -> uses[0]--;
                case TypedExpression.FieldWrite w when isRead(w.object(), instance) -> uses[0]--;
                case TypedExpression.Call c when !c.arguments().isEmpty() && isRead(c.arguments().getFirst(), instance) -> {
                    TypedFunction called = flow.program.functions().get(c.function());
                    if (called.kind() == TypedFunction.Kind.CONSTRUCTOR) {
                        uses[0]--;
                        byOthers[0] |= handsOut(called.body(), called);
                    }
                }
                case TypedExpression.MakeClosure m when m.captured().contains(instance) -> uses[0]++;
                default -> {}
            }
        });
        return uses[0] > 0 || byOthers[0];
    }

    private static boolean isRead(TypedExpression expression, Local variable) {
        return switch (expression) {
            case TypedExpression.Read r -> r.variable() == variable;
            case TypedExpression.Convert c when c.conversion() == Conversion.REINTERPRET -> isRead(c.operand(), variable);
            default -> false;
        };
    }

    /** The statements that are run one after the other, whatever happens. */
    private static List<TypedStatement> straight(TypedStatement statement) {
        if (!(statement instanceof TypedStatement.Block block)) {
            return List.of(statement);
        }
        List<TypedStatement> result = new ArrayList<>();
        block.statements().forEach(s -> result.addAll(straight(s)));
        return result;
    }
}
