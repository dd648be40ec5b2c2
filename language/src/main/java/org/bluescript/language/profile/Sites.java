package org.bluescript.language.profile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.Representation;

/**
 * The numbers of what can be observed in one function: its expressions and statements in the order of {@link TreeWalk}. The same
 * source gives the same numbers.
 */
public final class Sites {
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final Set<TypedExpression> receivers = Collections.newSetFromMap(new IdentityHashMap<>());

    private Sites() {}

    /** The sites of a function of the program. */
    public static Sites of(TypedProgram program, TypedFunction function) {
        Sites sites = new Sites();
        TreeWalk.statements(function.body(), s -> {
            sites.add(s);
            TreeWalk.expressionsOf(s).forEach(e -> TreeWalk.expressions(e, sites::add));
        });
        TreeWalk.expressions(function.body(), e -> {
            switch (e) {
                case TypedExpression.MethodCall call when isOverridden(program, call) -> sites.receivers.add(call.receiver());
                case TypedExpression.DynamicRead read -> sites.addIfObject(read.object());
                case TypedExpression.DynamicWrite write -> sites.addIfObject(write.object());
                case TypedExpression.DynamicMethodCall call -> sites.addIfObject(call.receiver());
                default -> {}
            }
        });
        return sites;
    }

    /** A tree may hold one node at several places: they are one site. */
    private void add(Object node) {
        numbers.putIfAbsent(node, numbers.size());
    }

    /** A word that is looked at for a member that its class does not have, but subclasses. */
    private void addIfObject(TypedExpression receiver) {
        if (receiver instanceof TypedExpression.Convert c && NullableType.without(c.operand().type()) instanceof ClassType) {
            receivers.add(receiver);
        }
    }

    private static boolean isOverridden(TypedProgram program, TypedExpression.MethodCall call) {
        return call.receiver().type() instanceof ClassType receiver
                && program.isOverridden(receiver, call.method().name());
    }

    /**
     * The number of an expression whose value is observed, if it is one of the function's: see {@link #isObserved}. Of a receiver
     * the class is observed, though its type is known, if subclasses override the method that is called, or have the member
     * and the class itself has not.
     */
    public OptionalInt number(TypedExpression expression) {
        Integer number = isObserved(expression) || receivers.contains(expression) ? numbers.get(expression) : null;
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of an {@code if}, a {@code switch} or a conditional expression, whose ways are counted, if it is one of the function's. */
    public OptionalInt branch(Object node) {
        Integer number = numbers.get(node);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of a loop, whose turns are counted. */
    public int number(TypedStatement.Loop loop) {
        return numbers.get(loop);
    }

    /**
     * Whether nothing but a run can tell the type of the expression's value: it is a word, and not one that another
     * expression of the function has made or given.
     */
    public static boolean isObserved(TypedExpression expression) {
        return expression.type().representation() == Representation.WORD
                && switch (expression) {
                    case TypedExpression.Read e -> !(e.variable() instanceof Local local) || local.shared();
                    case TypedExpression.Write e -> false;
                    case TypedExpression.FieldWrite e -> false;
                    case TypedExpression.ElementWrite e -> false;
                    case TypedExpression.DynamicWrite e -> false;
                    case TypedExpression.Let e -> false;
                    case TypedExpression.Conditional e -> false;
                    case TypedExpression.Convert e -> false;
                    default -> true;
                };
    }
}
