package org.bluescript.language.layout;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * What a program wants to know of types while it runs.
 *
 * @param any whether it has values of type {@code any} at all
 * @param typeNames whether it asks for the names of their types
 * @param types all types of values in it
 * @param expected the types of references and unions for which values of type {@code any} are checked
 */
record DynamicUses(boolean any, boolean typeNames, Set<Type> types, Set<Type> expected) {
    /** @param uniform the types of functions that are called with words */
    static DynamicUses of(TypedProgram program, Collection<FunctionType> uniform) {
        return of(program, program.functions().values(), uniform);
    }

    /** The same of some of the program's functions. */
    static DynamicUses of(
            TypedProgram program, Collection<TypedFunction> functions, Collection<FunctionType> uniform) {
        Set<Type> types = new LinkedHashSet<>();
        Set<Type> expected = new LinkedHashSet<>();
        boolean[] typeNames = {false};
        program.modules().forEach(m -> m.globals().forEach(g -> types.add(g.type())));
        program.classes().values().forEach(c -> c.fields().stream().map(Field::type).forEach(types::add));
        for (TypedFunction function : functions) {
            function.parameters().forEach(p -> types.add(p.type()));
            types.add(function.result());
            TreeWalk.expressions(function.body(), e -> {
                types.add(e.type());
                typeNames[0] |= e instanceof TypedExpression.Dynamic d && d.operator() == DynamicOperator.TYPE_OF;
                boolean checked = e instanceof TypedExpression.Convert c
                        && (c.conversion() == Conversion.ANY_TO_REFERENCE || c.conversion() == Conversion.ANY_TO_UNION);
                if (checked) {
                    expected.add(e.type());
                }
                if (e instanceof TypedExpression.TypeTest test && test.of() instanceof FunctionType) {
                    expected.add(test.of());
                }
                addExpected(program, e, expected);
            });
        }
        uniform.forEach(t -> addReferences(t, expected));
        return new DynamicUses(types.stream().anyMatch(t -> t.representation() == Representation.WORD), typeNames[0], types, expected);
    }

    /** What words must be that are stored in properties, or given to methods, of a name. */
    private static void addExpected(TypedProgram program, TypedExpression expression, Set<Type> expected) {
        switch (expression) {
            case TypedExpression.DynamicWrite write -> {
                program.classes().values().stream()
                        .flatMap(c -> c.fields().stream())
                        .filter(f -> f.name().equals(write.name()) && isChecked(f.type()))
                        .forEach(f -> expected.add(f.type()));
                addParameters(program, "set " + write.name(), expected);
            }
            case TypedExpression.DynamicMethodCall call -> {
                expected.add(PrimitiveType.STRING);
                program.library().stream()
                        .filter(m -> m.name().equals(call.name()))
                        .forEach(m -> addReferences(m.type(), expected));
                addParameters(program, call.name(), expected);
            }
            default -> {}
        }
    }

    private static void addParameters(TypedProgram program, String method, Set<Type> expected) {
        program.classes().values().stream()
                .flatMap(c -> c.methods().stream())
                .filter(m -> m.name().equals(method))
                .forEach(m -> addReferences(m.type(), expected));
    }

    private static void addReferences(FunctionType function, Set<Type> expected) {
        function.passed().stream().filter(DynamicUses::isChecked).forEach(expected::add);
        if (function.hasRest() && function.parameters().getLast() instanceof ArrayType rest && isChecked(rest.element())) {
            expected.add(rest.element());
        }
    }

    private static boolean isChecked(Type type) {
        return type.isReference() || type instanceof UnionType;
    }
}
