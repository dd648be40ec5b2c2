package org.bluescript.backend.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedStatement;

/**
 * Finds properties and variables of modules that may be looked at before they are set: an integer is there then, the word of zero, or
 * null. Whoever calls something before setting them gives everything that may be called the chance to look.
 */
final class Unset {
    private final Flow flow;
    /** What functions read themselves: variables, and the names of properties. */
    private final Map<FunctionId, Set<Object>> reads = new HashMap<>();

    Unset(Flow flow) {
        this.flow = flow;
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
            if (readBy(statement).contains(what) || flow.calledIn(statement).stream().anyMatch(c -> all.get(c).contains(what))) {
                return true;
            }
            if (isSet) {
                return false;
            }
        }
        return true;
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
