package org.bluescript.backend.emit;

import java.util.Optional;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Emits arrays: literals, creation, elements. */
final class ArrayEmitter {
    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    ArrayEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    String literal(TypedExpression.ArrayLiteral e) {
        Optional<String> constant = unit.layout().constantArray(e);
        if (constant.isPresent()) {
            return "((" + unit.types().of(e.type()) + ")&" + constant.get() + ")";
        }
        String array = names.fresh("array");
        StringBuilder code = new StringBuilder("({ ");
        String[] values = new String[e.elements().size()];
        for (int i = 0; i < values.length; i++) {
            TypedExpression element = e.elements().get(i);
            String value = expressions.as(e.type().element(), element);
            if (!ExpressionEmitter.isSimple(value)) {
                String name = names.fresh("t");
                code.append(unit.types().of(e.type().element())).append(' ').append(name).append(" = ").append(value);
                code.append("; ");
                value = name;
            }
            values[i] = value;
        }
        code.append(unit.text().at(e.span()));
        code.append(unit.types().of(e.type())).append(array).append(" = ").append(allocate(e.type(), values.length));
        code.append("; ");
        for (int i = 0; i < values.length; i++) {
            code.append(array).append("->elements[").append(i).append("] = ").append(values[i]).append("; ");
        }
        return code.append(array).append("; })").toString();
    }

    String create(TypedExpression.NewArray e) {
        String make = unit.text().at(e.span()) + "bs_new_array(" + classRecord(e.type()) + ", "
                + expressions.emit(e.length()) + ")";
        if (e.fill().isEmpty() || isZero(e.fill().get())) {
            return "((" + unit.types().of(e.type()) + ")" + make + ")";
        }
        String fill = names.fresh("t");
        String length = names.fresh("t");
        String array = names.fresh("array");
        String element = unit.types().element(e.type());
        String value = expressions.emit(e.fill().get());
        return "({ int32_t " + length + " = " + expressions.emit(e.length()) + "; " + element + " " + fill + " = ("
                + element + ")" + value + "; " + unit.types().of(e.type()) + " " + array + " = "
                + unit.text().at(e.span()) + "bs_new_array(" + classRecord(e.type()) + ", " + length + "); "
                + fill(e.type(), array, length, fill) + " " + array + "; })";
    }

    /** The device's memset stores words: it is the faster loop for elements of a byte. */
    private String fill(Type type, String array, String length, String value) {
        if (ArrayClasses.element(type).size() == 1) {
            return "__builtin_memset(" + array + "->elements, " + value + ", (uint32_t)" + length + ");";
        }
        String index = names.fresh("i");
        return "for (int32_t " + index + " = 0; " + index + " < " + length + "; " + index + "++) " + array
                + "->elements[" + index + "] = " + value + ";";
    }

    String read(TypedExpression.ElementRead e) {
        if (mayBeView(e.array().type())) {
            return readAny(e);
        }
        StringBuilder code = new StringBuilder("({ ");
        String place = place(code, e.array(), e.index(), "", e, e.bounds());
        Type element = e.array().type() instanceof ArrayType a ? a.element() : e.type();
        return code.append(expressions.cast(e.type(), element, place)).append("; })").toString();
    }

    /** In line if the array is no view and the index is in range; the call serves all else, errors included. */
    private String readAny(TypedExpression.ElementRead e) {
        StringBuilder code = new StringBuilder("({ ");
        String array = named(code, unit.types().of(e.array().type()), expressions.emit(e.array()));
        String index = named(code, "int32_t ", expressions.emit(e.index()));
        return code.append("BS_LIKELY(").append(isPlain(array, index, e.array().type())).append(") ? ").append(array)
                .append("->elements[").append(index).append("] : ").append(unit.text().at(e.span()))
                .append("bs_view_element(").append(array).append(", ").append(index).append("); })").toString();
    }

    private String writeAny(TypedExpression.ElementWrite e) {
        StringBuilder code = new StringBuilder("({ ");
        String array = named(code, unit.types().of(e.array().type()), expressions.emit(e.array()));
        String index = named(code, "int32_t ", expressions.emit(e.index()));
        String value = named(code, "bs_word ", expressions.emit(e.value()));
        return code.append("BS_LIKELY(").append(isPlain(array, index, e.array().type())).append(") ? (").append(array)
                .append("->elements[").append(index).append("] = ").append(value).append(") : ")
                .append(unit.text().at(e.span())).append("bs_view_set_element(").append(array).append(", ").append(index)
                .append(", ").append(value).append("); })").toString();
    }

    private String isPlain(String array, String index, Type type) {
        return array + "->class_ == " + classRecord(type) + " && (unsigned int)" + index + " < " + array + "->length";
    }

    private static boolean mayBeView(Type type) {
        return type instanceof ArrayType array && array.mayBeView();
    }

    String write(TypedExpression.ElementWrite e) {
        if (mayBeView(e.array().type())) {
            return writeAny(e);
        }
        Type element = e.array().type() instanceof ArrayType a
                ? a.element()
                : e.value().type();
        String value = names.fresh("t");
        String assign = unit.types().of(element) + " " + value + " = " + expressions.as(element, e.value()) + "; ";
        StringBuilder code = new StringBuilder("({ ");
        String place = place(code, e.array(), e.index(), assign, e, e.bounds());
        String result = expressions.stored(e.type(), element, value);
        return code.append(place).append(" = ").append(value).append("; ").append(result).append("; })").toString();
    }

    /** Evaluates array and index of the access into names, runs {@code then}, checks, and gives the place of the element. */
    private String place(
            StringBuilder code,
            TypedExpression array,
            TypedExpression index,
            String then,
            TypedExpression access,
            TypedExpression.Bounds bounds) {
        String arrayCode = named(code, unit.types().of(array.type()), expressions.emit(array));
        String indexCode = named(code, "int32_t ", expressions.emit(index));
        code.append(then);
        if (bounds.isChecked() && !expressions.isProven(access)) {
            String length = length(arrayCode, bounds);
            code.append("if (BS_UNLIKELY((unsigned int)").append(indexCode).append(" >= ").append(length).append(")) ");
            code.append(unit.trap(RunTimeErrorKind.INDEX, access.span())).append("; ");
        }
        return arrayCode + "->elements[" + indexCode + "]";
    }

    /** The length of an array, unsigned. */
    static String length(String array, TypedExpression.Bounds bounds) {
        return bounds.length().isPresent() ? bounds.length().getAsInt() + "u" : array + "->length";
    }

    private String named(StringBuilder code, String type, String value) {
        if (ExpressionEmitter.isSimple(value)) {
            return value;
        }
        String name = names.fresh("t");
        code.append(type).append(type.endsWith("*") || type.endsWith(" ") ? "" : " ").append(name).append(" = ");
        code.append(value).append("; ");
        return name;
    }

    private String classRecord(Type type) {
        return "&" + unit.layout().arrayClass(type);
    }

    /** Memory for a new array of a known length: in line if it is small, uninitialised but for the header then. */
    private String allocate(Type type, int length) {
        int size = ObjectLayout.occupied(
                ObjectLayout.ARRAY_ELEMENTS_OFFSET + length * ArrayClasses.element(type).size());
        if (ArrayClasses.isGrowable(unit.program(), type) || size > HeapLayout.LARGEST_BIN) {
            return "bs_new_array(" + classRecord(type) + ", " + length + ")";
        }
        String name = names.fresh("array");
        return "({ " + unit.types().of(type) + name + " = bs_allocate(" + classRecord(type) + ", " + size + "); " + name
                + "->length = " + length + "; " + name + "; })";
    }

    private static boolean isZero(TypedExpression fill) {
        return fill instanceof TypedExpression.IntegerConstant i && i.value() == 0
                || fill instanceof TypedExpression.FloatConstant f && Float.floatToRawIntBits(f.value()) == 0
                || fill instanceof TypedExpression.BooleanConstant b && !b.value()
                || fill instanceof TypedExpression.NullConstant;
    }
}
