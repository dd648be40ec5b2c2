package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.members.Passing;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Emits the entry by which a function is called with words, {@code bs_uniform.h}. Errors in it are its caller's. */
final class UniformEmitter {
    private static final String SELF = "self";
    private static final String COUNT = "count";
    private static final String FURTHER = "further";

    private final Unit unit;
    private final TypedFunction function;
    private final FunctionType type;
    private final Names names = new Names();
    private final ExpressionEmitter expressions;

    /** @param type of the function as a value; without the receiver of a method */
    UniformEmitter(Unit unit, TypedFunction function, FunctionType type) {
        this.unit = unit;
        this.function = function;
        this.type = type;
        this.expressions = new ExpressionEmitter(unit, names);
    }

    /** The C type of a pointer to an entry that is given so many arguments. */
    static String pointer(int arguments) {
        return "bs_word (*)(void *, uint32_t" + ", bs_word".repeat(arguments) + ")";
    }

    /** The error of a call with so many arguments, in C. */
    static String wrongCount(FunctionType type, String given) {
        return "bs_raise_count(" + type.required() + ", " + (type.hasRest() ? -1 : type.fixed()) + ", " + given + ");";
    }

    void emit() {
        List<Local> words = type.parameters().stream()
                .limit(type.fixed())
                .map(p -> new Local("a", PrimitiveType.ANY))
                .toList();
        StringBuilder header = new StringBuilder("bs_word " + unit.layout().code().uniform(function.id()));
        header.append("(void *").append(SELF).append(", uint32_t ").append(COUNT);
        if (type.hasRest()) {
            header.append(", ...");
        } else {
            words.forEach(w -> header.append(", bs_word ").append(names.of(w)));
        }
        CText text = unit.text();
        text.line("");
        text.line(header.append(")").toString());
        text.line("{");
        text.indent();
        text.line("if (BS_UNLIKELY(" + wrongNumber() + "))");
        text.line("    " + wrongCount(type, COUNT));
        take(text, words);
        call(text, pass(text, words));
        text.outdent();
        text.line("}");
    }

    private String wrongNumber() {
        if (type.hasRest()) {
            return COUNT + " < " + type.required() + "u";
        }
        return type.required() == type.fixed()
                ? COUNT + " != " + type.fixed()
                : COUNT + " - " + type.required() + " > " + (type.fixed() - type.required());
    }

    /** An optional argument that is not there is null; further ones are taken one by one. */
    private void take(CText text, List<Local> words) {
        if (type.hasRest()) {
            text.line("__builtin_va_list " + FURTHER + ";");
            text.line("__builtin_va_start(" + FURTHER + ", " + COUNT + ");");
        }
        for (int i = 0; i < words.size(); i++) {
            String name = names.of(words.get(i));
            if (type.hasRest()) {
                String next = "__builtin_va_arg(" + FURTHER + ", bs_word)";
                text.line("bs_word " + name + " = "
                        + (type.isOptional(i) ? COUNT + " > " + i + " ? " + next + " : BS_WORD_NULL" : next) + ";");
            } else if (type.isOptional(i)) {
                text.line("if (" + COUNT + " <= " + i + ")");
                text.line("    " + name + " = BS_WORD_NULL;");
            }
        }
    }

    /** The C names of what is passed. */
    private List<String> pass(CText text, List<Local> words) {
        Passing passing = new Passing(type, function.span());
        List<TypedExpression> reads =
                words.stream().<TypedExpression>map(this::read).toList();
        List<String> result = new ArrayList<>();
        for (TypedExpression value : passing.fixed(reads)) {
            result.add(define(text, value.type(), expressions.emit(value)));
        }
        if (type.hasRest()) {
            result.add(rest(text));
        }
        if (type.saysWhatIsGiven()) {
            result.add(define(text, PrimitiveType.INTEGER, expressions.emit(passing.given(reads))));
        }
        return result;
    }

    private String rest(CText text) {
        Type array = type.parameters().getLast();
        String length = names.fresh("n");
        text.line("int32_t " + length + " = " + COUNT + " > " + type.fixed() + " ? " + COUNT + " - " + type.fixed() + " : 0;");
        String rest = define(
                text,
                array,
                "(" + unit.types().of(array) + ")bs_new_array(&" + unit.layout().arrayClass(array) + ", " + length + ")");
        String index = names.fresh("i");
        text.line("for (int32_t " + index + " = 0; " + index + " < " + length + "; " + index + "++)");
        String next = "__builtin_va_arg(" + FURTHER + ", bs_word)";
        String adapted = FunctionAdapters.wanted(((ArrayType) array).element())
                .map(unit.program().adapters()::get)
                .map(adapter -> unit.called(adapter) + "(" + next + ")")
                .orElse(next);
        text.line("    bs_view_set_element(" + rest + ", " + index + ", " + adapted + ");");
        text.line("__builtin_va_end(" + FURTHER + ");");
        return rest;
    }

    private void call(CText text, List<String> passed) {
        boolean takesSelf = switch (function.kind()) {
            case METHOD, CONSTRUCTOR, CLOSURE -> true;
            case FUNCTION, TOP_LEVEL -> false;
        };
        List<String> arguments = new ArrayList<>(passed);
        if (takesSelf) {
            arguments.addFirst(SELF);
        }
        String call = unit.called(function.id()) + "(" + String.join(", ", arguments) + ")";
        if (function.result().representation() == Representation.NOTHING) {
            text.line(call + ";");
            text.line("return BS_WORD_NULL;");
            return;
        }
        Local result = new Local("t", function.result());
        text.line(unit.types().of(function.result()) + " " + names.of(result) + " = " + call + ";");
        text.line("return " + expressions.emit(WordConversions.toWord(read(result))) + ";");
    }

    private String define(CText text, Type of, String value) {
        String name = names.fresh("t");
        text.line(unit.types().of(of) + " " + name + " = " + value + ";");
        return name;
    }

    private TypedExpression read(Local local) {
        return new TypedExpression.Read(function.span(), local, local.type());
    }
}
