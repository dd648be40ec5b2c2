package org.bluescript.language.interpreter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Which expressions and functions may allocate, and so may collect, including by what they call. Closures and inline C may do
 * anything; a method call is taken for a call of every method of its name.
 */
final class AllocationAnalysis {
    private final ProgramLayout layout;
    private final Set<FunctionId> functions = new HashSet<>();
    private final Map<String, Set<FunctionId>> methods = new HashMap<>();
    /** The names of properties whose values may need a box to become words. */
    private final Set<String> numbers = new HashSet<>();
    /** Whether functions may be made to fit where they are stored. */
    private final boolean adapts;
    /** Whether any call may run anything. */
    private final boolean grows;

    /** @param onDevices whether functions may run on a device, whose code may allocate where the host's does not */
    AllocationAnalysis(TypedProgram program, ProgramLayout layout, boolean onDevices) {
        this.layout = layout;
        this.grows = false;
        if (onDevices) {
            functions.addAll(program.functions().keySet());
        }
        this.adapts = !program.adapters().isEmpty();
        program.classes().values().forEach(c -> {
            c.methods().forEach(this::add);
            c.fields().stream().filter(f -> isNumber(f.type())).map(Field::name).forEach(numbers::add);
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (TypedFunction function : program.functions().values()) {
                if (!functions.contains(function.id()) && bodyAllocates(function)) {
                    grown = functions.add(function.id());
                }
            }
        }
    }

    private AllocationAnalysis(ProgramLayout layout) {
        this.layout = layout;
        this.grows = true;
        this.adapts = true;
    }

    /** For a program whose functions may yet become others. */
    static AllocationAnalysis ofGrowing(ProgramLayout layout) {
        return new AllocationAnalysis(layout);
    }

    boolean mayAllocate(FunctionId function) {
        return grows || functions.contains(function);
    }

    /** Of the expression with all that is in it. */
    boolean mayAllocate(TypedExpression expression) {
        boolean[] found = {false};
        TreeWalk.expressions(expression, e -> found[0] |= allocates(e));
        return found[0];
    }

    private static boolean isNumber(Type type) {
        Representation form = type.representation();
        return form == Representation.INTEGER || form == Representation.FLOAT;
    }

    private void add(Method method) {
        methods.computeIfAbsent(method.name(), n -> new HashSet<>()).add(method.implementation());
    }

    private boolean bodyAllocates(TypedFunction function) {
        boolean[] found = {function.deviceBound() || function.parameters().stream().anyMatch(Local::shared)};
        TreeWalk.statements(function.body(), s -> found[0] |= switch (s) {
            case TypedStatement.Declare declare -> declare.local().shared();
            case TypedStatement.RenewCell renew -> true;
            case TypedStatement.TryCatch caught -> true;
            default -> false;
        });
        TreeWalk.expressions(function.body(), e -> found[0] |= allocates(e));
        return found[0];
    }

    /** Of the expression itself, without its operands. */
    private boolean allocates(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.New e -> true;
            case TypedExpression.NewArray e -> true;
            case TypedExpression.MakeClosure e -> true;
            case TypedExpression.ClosureCall e -> true;
            case TypedExpression.DynamicRead e -> grows || numbers.contains(e.name()) || methods.containsKey("get " + e.name());
            case TypedExpression.DynamicWrite e -> grows || adapts || methods.containsKey("set " + e.name());
            case TypedExpression.DynamicMethodCall e -> true;
            case TypedExpression.DynamicCall e -> true;
            case TypedExpression.ArrayLiteral e -> layout.constantArray(e).isEmpty();
            case TypedExpression.Call e -> grows || functions.contains(e.function());
            case TypedExpression.MethodCall e ->
                grows || methods.get(e.method().name()).stream().anyMatch(functions::contains);
            case TypedExpression.BuiltinCall e -> allocates(e);
            case TypedExpression.Dynamic e -> allocates(e.operator());
            case TypedExpression.ElementRead e -> e.type() == PrimitiveType.ANY;
            case TypedExpression.ElementWrite e -> e.value().type() == PrimitiveType.ANY;
            case TypedExpression.Convert e ->
                switch (e.conversion()) {
                    case INTEGER_TO_STRING, FLOAT_TO_STRING, REFERENCE_TO_STRING, INTEGER_TO_ANY, FLOAT_TO_ANY,
                            ANY_TO_INTEGER, ANY_TO_FLOAT, ANY_TO_BOOLEAN, ANY_TO_REFERENCE, ANY_TO_UNION, ANY_TO_STRING -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** Also for an error with a text of its own. */
    private static boolean allocates(DynamicOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, TYPE_OF, ITEM_STEP -> false;
            default -> true;
        };
    }

    private static boolean allocates(TypedExpression.BuiltinCall call) {
        return switch (call.builtin()) {
            case ARRAY_POP, ARRAY_SHIFT -> call.type() == PrimitiveType.ANY;
            case ARRAY_PUSH, ARRAY_UNSHIFT, ARRAY_COPY, ARRAY_LIKE, PARAMETER_COUNT, STRING_CONCAT, STRING_AT, STRING_CHARACTER, STRING_SUBSTRING, STRING_OF_BYTES,
                    GC ->
                true;
            default -> false;
        };
    }
}
