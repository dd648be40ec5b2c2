package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.Type;

/** Emits what concerns instances of classes: creation, properties, class tests. */
final class ObjectEmitter {
    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    ObjectEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    /** The C name of a field. */
    static String field(Field field) {
        return "p_" + field.name().replaceAll("[^A-Za-z0-9_]", "_");
    }

    String read(TypedExpression.FieldRead e) {
        return expressions.cast(e.type(), e.field().type(), place(e.object(), e.field()));
    }

    String write(TypedExpression.FieldWrite e) {
        Type type = e.field().type();
        String code = "(" + place(e.object(), e.field()) + " = " + expressions.as(type, e.value()) + ")";
        return expressions.stored(e.type(), type, code);
    }

    /** A field of an object, as something to read or assign. A null object faults, which is its check. */
    String place(TypedExpression object, Field field) {
        String code = expressions.emit(object);
        String struct = unit.types().struct(field.owner()) + " *";
        boolean same = unit.types().of(object.type()).equals(struct);
        return (same ? code : "((" + struct + ")" + code + ")") + "->" + field(field);
    }

    /** Arguments first, then memory, then the constructor. */
    String create(TypedExpression.New e) {
        ClassLayout layout = expressions.layout(e.type());
        TypedClass definition = unit.program().classes().get(e.type());
        String type = unit.types().of(e.type());
        StringBuilder code = new StringBuilder("({ ");
        List<String> arguments = new ArrayList<>();
        String object = names.fresh("object");
        arguments.add(object);
        for (TypedExpression argument : e.arguments()) {
            String name = names.fresh("t");
            code.append(unit.types().of(argument.type())).append(' ').append(name).append(" = ");
            code.append(expressions.emit(argument)).append("; ");
            arguments.add(name);
        }
        code.append(unit.text().at(e.span()));
        code.append(type).append(object).append(" = ").append(allocate(layout)).append("; ");
        if (isInline(layout)) {
            allFields(e.type()).forEach(f -> code.append("((").append(unit.types().struct(f.owner())).append(" *)")
                    .append(object).append(")->").append(field(f)).append(" = 0; "));
        }
        code.append(CallEmitter.direct(unit, expressions, definition.constructor(), arguments, e.type()));
        return code.append("; ").append(object).append("; })").toString();
    }

    String instanceOf(TypedExpression.InstanceOf e) {
        String name = names.fresh("t");
        String test = instanceTest(expressions, unit, e.of(), name);
        String notNull = e.operand().type() instanceof NullableType ? name + " != 0 && " : "";
        return "({ " + unit.types().of(e.operand().type()) + " " + name + " = " + expressions.emit(e.operand()) + "; "
                + notNull + test + "; })";
    }

    /** Whether the object with the C name {@code object}, not null, is an instance of a class: an operand for any operator. */
    static String instanceTest(ExpressionEmitter expressions, Unit unit, ClassType type, String object) {
        ClassLayout layout = expressions.layout(type);
        if (layout.id() == layout.lastId()) {
            return "(((bs_object *)" + object + ")->class_ == &" + expressions.classRecord(type) + ")";
        }
        return "bs_is_instance(" + object + ", " + layout.id() + ", " + layout.lastId() + ")";
    }

    private String allocate(ClassLayout layout) {
        String record = expressions.classRecord(layout.type());
        return isInline(layout)
                ? "bs_allocate(&" + record + ", " + layout.size() + ")"
                : "bs_new_object(&" + record + ")";
    }

    private static boolean isInline(ClassLayout layout) {
        return layout.size() <= HeapLayout.LARGEST_BIN;
    }

    private List<Field> allFields(ClassType type) {
        List<Field> result = new ArrayList<>();
        for (Optional<ClassType> c = Optional.of(type); c.isPresent(); ) {
            TypedClass definition = unit.program().classes().get(c.get());
            result.addAll(0, definition.fields());
            c = definition.superclass();
        }
        return result;
    }

    /** The C struct of a class's instances, its superclass's nested in it so that both have the same alias set. */
    static String definition(Unit unit, TypedClass c) {
        StringBuilder code = new StringBuilder(unit.types().struct(c.type())).append(" { ");
        code.append(c.superclass()
                .map(s -> unit.types().struct(s) + " super_; ")
                .orElse("const bs_class *class_; "));
        for (Field field : c.fields()) {
            Type type = field.type();
            code.append(unit.types().of(type)).append(' ').append(field(field)).append("; ");
        }
        return code.append("};").toString();
    }
}
