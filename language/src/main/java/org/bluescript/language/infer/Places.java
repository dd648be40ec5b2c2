package org.bluescript.language.infer;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** The variables, properties and methods of the program with the types that were found, in the place of those that it declares. */
final class Places {
    private final Flow flow;
    private final InferredTypes types;
    private final TypedProgram program;
    private final Map<Local, Local> locals = new IdentityHashMap<>();

    Places(Flow flow, InferredTypes types) {
        this.flow = flow;
        this.types = types;
        this.program = flow.program;
    }

    Variable variable(Variable v, TypedFunction in) {
        Type type = types.of(flow.slots().of(v, in));
        if (type.equals(v.type())) {
            return v;
        }
        return switch (v) {
            case Global g -> new Global(g.module(), g.name(), type);
            case Capture c -> new Capture(c.index(), c.name(), type, c.shared());
            case Local l -> locals.computeIfAbsent(l, k -> {
                Local local = new Local(l.name(), type);
                if (l.shared()) {
                    local.share();
                }
                return local;
            });
        };
    }

    Field field(Field f) {
        return new Field(f.owner(), f.name(), types.of(flow.slots().of(f)), f.isReadonly());
    }

    Method method(Method m) {
        TypedFunction f = program.functions().get(m.implementation());
        if (f == null) {
            return m;
        }
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < m.type().parameters().size(); i++) {
            Type declared = m.type().parameters().get(i);
            Type type = types.of(flow.slots().of(f.parameters().get(i + 1), f));
            parameters.add(isOpen(f.parameters().get(i + 1).type()) ? type : declared);
        }
        Type result = isOpen(f.result()) ? result(f) : m.type().result();
        return new Method(
                m.owner(), m.name(), new FunctionType(parameters, result, m.type().required(), m.type().hasRest()), m.implementation());
    }

    /** What the function gives; one that overrides another may have been declared with another type than that. */
    Type result(TypedFunction f) {
        return isOpen(f.result()) ? types.of(flow.slots().result(f.id())) : f.result();
    }

    /** Whether a place that was declared with the type may get another one. */
    static boolean isOpen(Type declared) {
        return declared == PrimitiveType.ANY || NullableType.without(declared).equals(new ArrayType(PrimitiveType.ANY));
    }
}
