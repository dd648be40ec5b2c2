package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/** Emits the bodies of the {@code try} statements of one function, before the function itself. */
public final class TryEmitter {
    /** What is between the name of a function and the numbers of the bodies in it. */
    private static final String MARK = "__try";

    /** The body's name for the struct that it shares with the function around it. */
    static final String FRAME = "frame";

    private static final String LEAVE = "leave";
    private static final String RESULT = "result";

    private final Unit unit;
    private final TypedFunction function;
    private final Map<TypedStatement.TryCatch, GuardedBody> bodies = new IdentityHashMap<>();

    TryEmitter(Unit unit, TypedFunction function) {
        this.unit = unit;
        this.function = function;
    }

    /** The C name of the function whose {@code try} has a body with this name; any other name itself. */
    public static String functionOf(String name) {
        int mark = name.lastIndexOf(MARK);
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** Emits all bodies, inner ones first, and returns them. */
    Map<TypedStatement.TryCatch, GuardedBody> emitBodies() {
        List<TypedStatement.TryCatch> found = new ArrayList<>();
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.TryCatch t) {
                found.add(t);
            }
        });
        for (TypedStatement.TryCatch statement : found.reversed()) {
            String name = unit.name(function.id()) + MARK + bodies.size();
            GuardedBody body = GuardedBody.of(name, statement);
            bodies.put(statement, body);
            emit(body);
        }
        return bodies;
    }

    private void emit(GuardedBody body) {
        CText text = unit.text();
        Names names = new Names();
        text.line("");
        text.line(body.struct() + " { " + fields(body) + "};");
        text.line(function.span(), "static void *" + body.name() + "(void *argument)");
        text.line("{");
        text.indent();
        text.line(body.struct() + " *" + FRAME + " = argument;");
        if (body.usesCaptures()) {
            text.line(closure() + " *" + VariableEmitter.SELF + " = " + FRAME + "->" + VariableEmitter.SELF + ";");
        }
        for (int i = 0; i < body.taken().size(); i++) {
            Local local = body.taken().get(i);
            if (body.isWritten(local)) {
                names.bind(local, FRAME + "->" + field(i));
            } else {
                text.line(type(local) + " " + names.of(local) + " = " + FRAME + "->" + field(i) + ";");
            }
        }
        StatementEmitter statements = new StatementEmitter(unit, names, function.result(), bodies, body);
        statements.emit(body.statement().body());
        text.line("return 0;");
        text.outdent();
        text.line("}");
    }

    private String fields(GuardedBody body) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < body.taken().size(); i++) {
            fields.append(type(body.taken().get(i))).append(' ').append(field(i)).append("; ");
        }
        if (body.usesCaptures()) {
            fields.append(closure()).append(" *").append(VariableEmitter.SELF).append("; ");
        }
        fields.append("uint32_t ").append(LEAVE).append("; ");
        if (function.result() != PrimitiveType.VOID) {
            fields.append(unit.types().of(function.result())).append(' ').append(RESULT).append("; ");
        }
        return fields.toString();
    }

    private String closure() {
        return unit.types().closure(function, unit.name(function.id()));
    }

    /** Of the variable, or of the pointer to its cell. */
    private String type(Local local) {
        return local.shared() ? unit.types().cell(local.type()) + " *" : unit.types().of(local.type());
    }

    /** The field for the variable at a place in the list of those that the body takes. */
    static String field(int index) {
        return "v" + index;
    }

    static String leave(String frame) {
        return frame + LEAVE;
    }

    static String result(String frame) {
        return frame + RESULT;
    }
}
