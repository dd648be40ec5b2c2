package org.bluescript.backend.specialize;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.bluescript.language.infer.Types;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * What is known of the locals of type {@code any} of one function: the least type of everything that is stored in them, as far
 * as the source tells it, and for the rest what was observed. A local that closures capture stays a word, as the closures expect.
 */
final class Facts {
    private final Types types;
    private final Function<TypedExpression, Type> observed;
    private final Results results;
    private final Map<Local, Type> known = new IdentityHashMap<>();
    private boolean changed;

    /** What calls give, for which nothing was observed that is of one type. */
    interface Results {
        /** Nobody knows. */
        Results NONE = (call, facts) -> PrimitiveType.ANY;

        /** @param facts what is known of its arguments */
        Type of(TypedExpression call, Function<TypedExpression, Type> facts);
    }

    /**
     * @param body as the function will be written
     * @param parameters for each parameter what is known of the arguments
     * @param unset locals whose declared value is never looked at
     * @param observed what is known of the value of an expression that the source tells nothing about
     * @param results what is known of some of them besides
     */
    Facts(
            Types types,
            TypedFunction function,
            TypedStatement.Block body,
            List<Type> parameters,
            java.util.function.Predicate<Local> unset,
            Function<TypedExpression, Type> observed,
            Results results) {
        this.types = types;
        this.observed = observed;
        this.results = results;
        Set<Local> fixed = captured(body);
        do {
            changed = false;
            for (int i = 0; i < parameters.size(); i++) {
                store(function.parameters().get(i), parameters.get(i), fixed);
            }
            TreeWalk.statements(body, s -> {
                if (s instanceof TypedStatement.Declare d && !unset.test(d.local())) {
                    store(d.local(), of(d.value()), fixed);
                }
            });
            TreeWalk.expressions(body, e -> {
                switch (e) {
                    case TypedExpression.Write w when w.variable() instanceof Local local -> store(local, of(w.value()), fixed);
                    case TypedExpression.Let let -> let.temporaries().forEach(t -> store(t.local(), of(t.value()), fixed));
                    default -> {}
                }
            });
        } while (changed);
    }

    /** What is known of the values of a local of type {@code any}; {@code ANY} if nothing is. */
    Type of(Local local) {
        Type type = known.getOrDefault(local, PrimitiveType.NEVER);
        return type == PrimitiveType.NEVER || type == PrimitiveType.NULL ? PrimitiveType.ANY : type;
    }

    /** What is known of the values of an expression; {@code NEVER} if it was never evaluated. */
    Type of(TypedExpression expression) {
        if (expression.type() != PrimitiveType.ANY) {
            return Types.ofStatic(expression.type());
        }
        return switch (expression) {
            case TypedExpression.Read e when e.variable() instanceof Local local && !local.shared() ->
                known.getOrDefault(local, PrimitiveType.NEVER);
            case TypedExpression.Convert e -> narrowed(e, e.operand().type());
            case TypedExpression.Conditional e -> decided(e.condition())
                    .map(is -> of(is ? e.whenTrue() : e.whenFalse()))
                    .orElseGet(() -> types.join(of(e.whenTrue()), of(e.whenFalse())));
            case TypedExpression.Let e -> of(e.body());
            case TypedExpression.Write e -> of(e.value());
            case TypedExpression.FieldWrite e -> of(e.value());
            case TypedExpression.ElementWrite e -> of(e.value());
            case TypedExpression.DynamicWrite e -> of(e.value());
            case TypedExpression.Dynamic e -> {
                Type result = TypedOperations.result(e.operator(), e.operands().stream().map(this::of).toList());
                yield result == PrimitiveType.ANY ? observed.apply(e) : result;
            }
            default -> {
                Type seen = observed.apply(expression);
                yield seen == PrimitiveType.ANY ? results.of(expression, this::of) : seen;
            }
        };
    }

    /** The type of a receiver: that of the instances that were seen, if the source tells less. */
    Type ofReceiver(TypedExpression receiver) {
        return narrowed(receiver, receiver.type());
    }

    /** That null was not seen is no reason to test for the class: a receiver is tested for null alone when it is used. */
    private Type narrowed(TypedExpression expression, Type declared) {
        Type type = Types.ofStatic(declared);
        Type seen = observed.apply(expression);
        boolean isSubclass = !NullableType.without(seen).equals(NullableType.without(type));
        return isSubclass && seen != PrimitiveType.NEVER && types.isWithin(seen, type) ? seen : type;
    }

    /** What a condition gives that asks a value for its class, where the type tells; nothing was seen of a value that never was. */
    private Optional<Boolean> decided(TypedExpression condition) {
        return switch (condition) {
            case TypedExpression.Usually e -> decided(e.condition());
            case TypedExpression.InstanceOf e when e.operand().type() == PrimitiveType.ANY ->
                switch (of(e.operand())) {
                    case PrimitiveType p when p != PrimitiveType.ANY -> Optional.of(false);
                    case ArrayType a -> Optional.of(false);
                    case TypedArrayType a -> Optional.of(false);
                    case ClassType c when types.isWithin(c, e.of()) -> Optional.of(true);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private void store(Local local, Type type, Set<Local> fixed) {
        if (local.type() != PrimitiveType.ANY) {
            return;
        }
        Type before = known.getOrDefault(local, PrimitiveType.NEVER);
        Type after = fixed.contains(local) || local.shared() ? PrimitiveType.ANY : types.join(before, type);
        if (!after.equals(before)) {
            known.put(local, after);
            changed = true;
        }
    }

    private static Set<Local> captured(TypedStatement.Block body) {
        Set<Local> result = Collections.newSetFromMap(new IdentityHashMap<>());
        TreeWalk.expressions(body, e -> {
            if (e instanceof TypedExpression.MakeClosure closure) {
                closure.captured().forEach(v -> {
                    if (v instanceof Local local) {
                        result.add(local);
                    }
                });
            }
        });
        return result;
    }
}
