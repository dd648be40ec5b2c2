package org.bluescript.language.infer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Writes a program with the types that {@link InferredTypes} found. An expression keeps its representation, so that what is around it can stay:
 * a read of a variable that was a word becomes a conversion of the variable to a word, and what is stored in it is narrowed. To drop the
 * conversions is left to others.
 */
final class Retyper {
    private final Flow flow;
    private final InferredTypes types;
    private final TypedProgram program;
    private final Places places;

    Retyper(Flow flow) {
        this.flow = flow;
        this.types = new InferredTypes(flow);
        this.places = new Places(flow, types);
        this.program = flow.program;
    }

    TypedProgram retyped() {
        List<TypedModule> modules = program.modules().stream()
                .map(m -> new TypedModule(
                        m.path(), m.file(), m.globals().stream().map(g -> (Global) places.variable(g, null)).toList(), m.topLevel(), m.code()))
                .toList();
        Map<ClassType, TypedClass> classes = new LinkedHashMap<>();
        program.classes().forEach((type, c) -> classes.put(type, retyped(c)));
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        program.functions().forEach((id, f) -> functions.put(id, new FunctionRetyper(f, flow, types, places).function()));
        return new TypedProgram(modules, classes, functions, growable(functions), program.library(), program.implementers(),
                program.adapters());
    }

    private TypedClass retyped(TypedClass c) {
        return new TypedClass(
                c.type(),
                c.superclass(),
                c.fields().stream().map(places::field).toList(),
                c.methods().stream().map(places::method).toList(),
                c.constructor(),
                c.span());
    }

    /** Arrays grow that did, and all that can be seen as words if this is how they are made to grow. */
    private Set<Type> growable(Map<FunctionId, TypedFunction> functions) {
        Set<Type> result = new HashSet<>(program.growable());
        if (!result.contains(PrimitiveType.ANY) || functions.values().stream().anyMatch(f -> changesWords(f))) {
            return result;
        }
        result.remove(PrimitiveType.ANY);
        for (Value.Array array : flow.arrays()) {
            if (array.isResized() && types.of(array) instanceof ArrayType a) {
                result.add(a.element());
            }
        }
        return result;
    }

    private static boolean changesWords(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.expressions(function.body(), e -> found[0] |= switch (e) {
            case TypedExpression.BuiltinCall c ->
                isResizing(c.builtin()) && NullableType.without(c.arguments().getFirst().type()) instanceof ArrayType a && a.mayBeView();
            case TypedExpression.DynamicMethodCall c -> RESIZING.containsKey(c.name());
            default -> false;
        });
        return found[0];
    }

    static boolean isResizing(Builtin builtin) {
        return RESIZING.containsValue(builtin);
    }

    static final Map<String, Builtin> RESIZING = Map.of(
            "push", Builtin.ARRAY_PUSH,
            "pop", Builtin.ARRAY_POP,
            "shift", Builtin.ARRAY_SHIFT,
            "unshift", Builtin.ARRAY_UNSHIFT);
}
