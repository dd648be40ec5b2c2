package org.bluescript.language.interpreter;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * The functions that may run when some others do. What is called by the name of a method is every method of that name; and where
 * somebody calls what is only a value at that time, it may be any function.
 */
final class DeviceReach {
    private final TypedProgram program;
    private final Set<FunctionId> found = new LinkedHashSet<>();
    private final Deque<TypedFunction> open = new ArrayDeque<>();
    private boolean callsValues;

    private DeviceReach(TypedProgram program) {
        this.program = program;
    }

    /** Of functions of a program, themselves included. */
    static Set<FunctionId> of(TypedProgram program, Collection<FunctionId> functions) {
        DeviceReach reach = new DeviceReach(program);
        functions.forEach(reach::add);
        while (!reach.open.isEmpty() && !reach.callsValues) {
            reach.follow(reach.open.remove());
        }
        if (reach.callsValues) {
            program.functions().values().stream()
                    .filter(f -> f.kind() != TypedFunction.Kind.TOP_LEVEL)
                    .forEach(f -> reach.found.add(f.id()));
        }
        return reach.found;
    }

    private void add(FunctionId id) {
        TypedFunction function = program.functions().get(id);
        if (function != null && found.add(id)) {
            open.add(function);
        }
    }

    private void follow(TypedFunction function) {
        TreeWalk.expressions(function.body(), e -> {
            switch (e) {
                case TypedExpression.Call c -> add(c.function());
                case TypedExpression.New n -> add(program.classes().get(n.type()).constructor());
                case TypedExpression.FunctionReference r -> add(r.function());
                case TypedExpression.MakeClosure m -> add(m.function());
                case TypedExpression.MethodCall m -> program.classes().values().forEach(c -> c.methods().stream()
                        .filter(method -> method.name().equals(m.method().name()))
                        .forEach(method -> add(method.implementation())));
                case TypedExpression.Convert c -> callsValues |= c.conversion() == Conversion.ANY_TO_REFERENCE;
                case TypedExpression.ClosureCall c -> callsValues = true;
                case TypedExpression.DynamicCall c -> callsValues = true;
                case TypedExpression.DynamicMethodCall c -> callsValues = true;
                case TypedExpression.DynamicRead c -> callsValues = true;
                case TypedExpression.DynamicWrite c -> callsValues = true;
                default -> {}
            }
        });
    }
}
