package org.bluescript.backend.tiers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.Type;

/**
 * The functions of which a generation must have code: those that are asked for, and those that they call and that nobody else has. What
 * generation 0 has is called there, or by way of the table; only what is small is in the generation as well, to be inlined.
 */
public final class Needed {
    /** Expressions in a function that is worth its compilation for every unit that calls it. */
    private static final int SMALL = 40;

    private final TypedProgram program;
    private final TypedProgram base;
    private final ClassHierarchy hierarchy;
    private final Set<FunctionId> found = new HashSet<>();
    private final Deque<TypedFunction> open = new ArrayDeque<>();

    private Needed(TypedProgram program, TypedProgram base) {
        this.program = program;
        this.base = base;
        this.hierarchy = new ClassHierarchy(program, ClassLayouts.of(program));
    }

    /**
     * @param program made from another
     * @param base the other one, of which there is code
     * @param asked functions of which there is to be code; those with inline C get none
     */
    public static Set<FunctionId> of(TypedProgram program, TypedProgram base, Set<FunctionId> asked) {
        Needed needed = new Needed(program, base);
        asked.forEach(needed::add);
        while (!needed.open.isEmpty()) {
            needed.callees(needed.open.remove(), needed::addCallee);
        }
        return needed.found;
    }

    /** The functions that some others may call, or whose addresses they may pass on, as far as these say whom they mean. */
    static Set<FunctionId> mentioned(TypedProgram program, TypedProgram base, Set<FunctionId> functions) {
        Needed needed = new Needed(program, base);
        Set<FunctionId> result = new HashSet<>();
        for (FunctionId id : functions) {
            TypedFunction function = program.functions().get(id);
            needed.callees(function, result::add);
            TreeWalk.expressions(function.body(), e -> {
                switch (e) {
                    case TypedExpression.MethodCall call -> result.addAll(needed.targets(call));
                    case TypedExpression.MakeClosure closure -> result.add(closure.function());
                    case TypedExpression.FunctionReference value -> result.add(value.function());
                    default -> {}
                }
            });
        }
        return result;
    }

    private void add(FunctionId id) {
        TypedFunction function = program.functions().get(id);
        if (function != null && !function.deviceBound() && found.add(id)) {
            open.add(function);
        }
    }

    private void addCallee(FunctionId id) {
        TypedFunction existing = base.functions().get(id);
        if (existing == null || !EntryTable.mayImprove(existing) && isSmall(existing)) {
            add(id);
        }
    }

    private static boolean isSmall(TypedFunction function) {
        int[] size = {0};
        TreeWalk.expressions(function.body(), e -> size[0]++);
        return size[0] <= SMALL;
    }

    private Set<FunctionId> targets(TypedExpression.MethodCall call) {
        return hierarchy.targets(classOf(call.receiver().type()), call.method());
    }

    private static ClassType classOf(Type receiver) {
        return (ClassType) (receiver instanceof NullableType n ? n.of() : receiver);
    }

    private void callees(TypedFunction function, Consumer<FunctionId> found) {
        TreeWalk.expressions(function.body(), e -> {
            switch (e) {
                case TypedExpression.Call call -> found.accept(call.function());
                case TypedExpression.New made -> found.accept(program.classes().get(made.type()).constructor());
                case TypedExpression.MethodCall call -> {
                    Set<FunctionId> targets = targets(call);
                    if (targets.size() == 1) {
                        found.accept(targets.iterator().next());
                    }
                }
                default -> {}
            }
        });
    }
}
