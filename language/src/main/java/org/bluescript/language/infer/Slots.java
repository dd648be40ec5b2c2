package org.bluescript.language.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.FunctionValues;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;

/** The slots of a program: one for each of its variables, properties, parameters and results, or for several that must be of one type. */
final class Slots {
    private final TypedProgram program;
    private final Map<FunctionId, FunctionType> types;
    private final Map<Object, Slot> slots = new HashMap<>();

    private record CaptureOf(FunctionId function, int index) {}

    private record ResultOf(FunctionId function) {}

    Slots(TypedProgram program) {
        this.program = program;
        this.types = FunctionValues.of(program);
        joinOverrides();
        joinCaptures();
        fixSignatures();
    }

    /** The type of a function that is a value. */
    FunctionType typeOf(FunctionId function) {
        return types.get(function);
    }

    void each(Consumer<Slot> action) {
        List.copyOf(slots.values()).forEach(action);
    }

    /** @param in the function whose captures are meant */
    Slot of(Variable variable, TypedFunction in) {
        return switch (variable) {
            case Capture c -> captured(in, c.index());
            case Local l -> slots.computeIfAbsent(l, k -> new Slot(l.type()));
            case Global g -> slots.computeIfAbsent(g, k -> new Slot(g.type()));
        };
    }

    Slot of(Field field) {
        return slots.computeIfAbsent(field, k -> new Slot(field.type()));
    }

    Slot result(FunctionId id) {
        return slots.computeIfAbsent(new ResultOf(id), k -> new Slot(program.functions().get(id).result()));
    }

    /** Methods that can be called by the same call. */
    private void joinOverrides() {
        program.classes().values().forEach(c -> c.methods().forEach(m -> {
            for (ClassType s = c.superclass().orElse(null); s != null; s = program.classes().get(s).superclass().orElse(null)) {
                for (Method other : program.classes().get(s).methods()) {
                    if (other.name().equals(m.name())) {
                        join(program.functions().get(m.implementation()), program.functions().get(other.implementation()));
                    }
                }
            }
        }));
    }

    private void join(TypedFunction a, TypedFunction b) {
        if (a == null || b == null) {
            return;
        }
        result(a.id()).join(result(b.id()));
        for (int i = 1; i < Math.min(a.parameters().size(), b.parameters().size()); i++) {
            of(a.parameters().get(i), a).join(of(b.parameters().get(i), b));
        }
    }

    /** What a closure sees of a variable. */
    private void joinCaptures() {
        for (TypedFunction f : program.functions().values()) {
            TreeWalk.expressions(f.body(), e -> {
                if (e instanceof TypedExpression.MakeClosure m) {
                    TypedFunction closure = program.functions().get(m.function());
                    for (int i = 0; i < m.captured().size(); i++) {
                        captured(closure, i).join(of(m.captured().get(i), f));
                    }
                }
            });
        }
    }

    private Slot captured(TypedFunction closure, int index) {
        return slots.computeIfAbsent(
                new CaptureOf(closure.id(), index), k -> new Slot(closure.captures().get(index).type()));
    }

    /** Functions that are values are called by what their type says, and so are those of which not all arguments must be given. */
    private void fixSignatures() {
        types.keySet().forEach(this::fix);
        program.library().forEach(m -> fix(m.function()));
        program.adapters().values().forEach(this::fix);
        program.classes().values().forEach(c -> c.methods().forEach(m -> {
            if (m.type().required() != m.type().parameters().size() || m.type().hasRest()) {
                fix(m.implementation());
            }
        }));
    }

    private void fix(FunctionId id) {
        TypedFunction f = program.functions().get(id);
        if (f != null) {
            f.parameters().forEach(p -> of(p, f).fix());
            result(id).fix();
        }
    }
}
