package org.bluescript.backend.emit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Emits expressions as C expressions. Where several steps are needed the result is a statement expression; C's freedom in the
 * order of operands does no harm, because the operands of one node never interfere.
 */
final class ExpressionEmitter {
    private final Unit unit;
    private final Names names;
    private final VariableEmitter variables;
    private final ObjectEmitter objects;
    private final ArrayEmitter arrays;
    private final CallEmitter calls;
    private final BuiltinEmitter builtins;
    private final DynamicEmitter dynamic;
    private final MemberEmitter members;
    /** Element accesses whose index is known to be in range where code is being emitted now. */
    private final Set<TypedExpression> proven = Collections.newSetFromMap(new IdentityHashMap<>());

    ExpressionEmitter(Unit unit, Names names) {
        this.unit = unit;
        this.names = names;
        this.variables = new VariableEmitter(unit, names);
        this.objects = new ObjectEmitter(unit, names, this);
        this.arrays = new ArrayEmitter(unit, names, this);
        this.calls = new CallEmitter(unit, names, this);
        this.builtins = new BuiltinEmitter(unit, names, this);
        this.dynamic = new DynamicEmitter(unit, this);
        this.members = new MemberEmitter(unit, names, this);
    }

    /** A C expression of the C type of the expression's type. */
    String emit(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> integer(e.value());
            case TypedExpression.FloatConstant e -> floating(e.value());
            case TypedExpression.BooleanConstant e -> e.value() ? "true" : "false";
            case TypedExpression.StringConstant e -> literal(e.value());
            case TypedExpression.NullConstant e -> "((" + unit.types().of(e.type()) + ")0)";
            case TypedExpression.Read e -> read(e);
            case TypedExpression.Write e -> write(e);
            case TypedExpression.Let e -> let(e);
            case TypedExpression.Arithmetic e -> OperatorEmitter.arithmetic(unit, names, this, e);
            case TypedExpression.Negate e -> "(-" + emit(e.operand()) + ")";
            case TypedExpression.Compare e -> OperatorEmitter.compare(this, e);
            case TypedExpression.Not e -> "(!" + emit(e.operand()) + ")";
            case TypedExpression.Conditional e -> conditional(e);
            case TypedExpression.Convert e -> DynamicEmitter.isOnWords(e)
                    ? dynamic.convert(e)
                    : OperatorEmitter.convert(unit, names, this, e);
            case TypedExpression.Dynamic e -> dynamic.emit(e);
            case TypedExpression.InstanceOf e when e.operand().type().representation() == Representation.WORD -> dynamic.instanceOf(e);
            case TypedExpression.InstanceOf e -> objects.instanceOf(e);
            case TypedExpression.TypeTest e -> dynamic.test(e, names);
            case TypedExpression.Leave e -> throw new IllegalArgumentException("no branch of a conditional: " + e);
            case TypedExpression.Expected e -> expected(e);
            case TypedExpression.Usually e -> (e.usual() ? "BS_LIKELY(" : "BS_UNLIKELY(") + emit(e.condition()) + ")";
            case TypedExpression.GuardFailure e -> "bs_guard_failed(" + e.guard() + ", " + emit(e.word()) + ")";
            case TypedExpression.New e -> objects.create(e);
            case TypedExpression.FieldRead e -> objects.read(e);
            case TypedExpression.FieldWrite e -> objects.write(e);
            case TypedExpression.ArrayLiteral e -> arrays.literal(e);
            case TypedExpression.NewArray e -> arrays.create(e);
            case TypedExpression.ElementRead e -> arrays.read(e);
            case TypedExpression.ElementWrite e -> arrays.write(e);
            case TypedExpression.Length e -> "((int32_t)" + emit(e.of()) + "->length)";
            case TypedExpression.Call e -> calls.call(e);
            case TypedExpression.MethodCall e -> calls.method(e);
            case TypedExpression.ClosureCall e -> calls.closure(e);
            case TypedExpression.DynamicRead e -> members.member(e);
            case TypedExpression.DynamicWrite e -> members.member(e);
            case TypedExpression.DynamicMethodCall e -> members.member(e);
            case TypedExpression.DynamicCall e -> members.call(e);
            case TypedExpression.FunctionReference e -> calls.functionValue(e);
            case TypedExpression.MakeClosure e -> calls.makeClosure(e, variables);
            case TypedExpression.BuiltinCall e -> builtins.emit(e);
            case TypedExpression.Print e -> builtins.print(e);
            case TypedExpression.Assert e -> builtins.assertion(e);
        };
    }

    /** An assignment has the C type of its place; the value of the expression has its own, which may be narrower. */
    private String write(TypedExpression.Write e) {
        Type type = e.variable().type();
        String code = "(" + variables.place(e.variable()) + " = " + as(type, e.value()) + ")";
        boolean inCell = e.variable() instanceof Local l && l.shared() || e.variable() instanceof Capture c && c.shared();
        return inCell && type.isReference() ? "((" + unit.types().of(e.type()) + ")" + code + ")" : stored(e.type(), type, code);
    }

    /** The code of an assignment to a place of type {@code place}, as a value of type {@code value}. */
    String stored(Type value, Type place, String code) {
        return value == PrimitiveType.NULL ? code : cast(value, place, code);
    }

    /** The expression, cast if C sees another type than that of {@code type}. */
    String as(Type type, TypedExpression expression) {
        return cast(type, expression.type(), emit(expression));
    }

    /** The C expression of type {@code from}, cast to {@code to} if C distinguishes the two. */
    String cast(Type to, Type from, String code) {
        String target = unit.types().of(to);
        return target.equals(unit.types().of(from)) || to.representation() != from.representation()
                ? code
                : "((" + target + ")" + code + ")";
    }

    /** The place of a variable, to be assigned or used in inline C. */
    String place(Variable variable) {
        return variables.place(variable);
    }

    /** Whether an element access needs no check here. */
    boolean isProven(TypedExpression access) {
        return proven.contains(access);
    }

    /** Runs {@code emission} while the accesses count as proven. */
    void withProven(Set<TypedExpression> accesses, Runnable emission) {
        proven.addAll(accesses);
        emission.run();
        proven.removeAll(accesses);
    }

    /** The address of a string literal's object. */
    String literal(String text) {
        return "((bs_string *)&" + unit.layout().literal(text) + ")";
    }

    static String integer(int value) {
        return value == Integer.MIN_VALUE ? "(-2147483647 - 1)" : value < 0 ? "(" + value + ")" : Integer.toString(value);
    }

    static String floating(float value) {
        if (Float.isNaN(value)) {
            return "__builtin_nanf(\"\")";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "__builtin_inff()" : "(-__builtin_inff())";
        }
        String hex = Float.toHexString(value) + "f";
        return hex.startsWith("-") ? "(" + hex + ")" : hex;
    }

    /** An operand of what C does by a call; {@code call} is its place. */
    String operand(Span call, TypedExpression operand) {
        return apart(call, operand.type(), emit(operand));
    }

    /** The code of an argument. gcc takes calls among arguments to stand where their call does; one on another line is made a statement. */
    String apart(Span call, Type type, String code) {
        if (!unit.text().isOnOtherLine(code, call)) {
            return code;
        }
        String name = names.fresh("t");
        return "({ " + unit.types().of(type) + " " + name + " = " + code + "; " + name + "; })";
    }

    /** Whether C code can be repeated without repeating work: a name or a number. */
    static boolean isSimple(String code) {
        return code.matches("[A-Za-z0-9_.]+|\\(-\\d+\\)");
    }

    /** The class whose instances an expression's value is, null aside. */
    static ClassType classOf(TypedExpression object) {
        return switch (object.type()) {
            case ClassType c -> c;
            case NullableType n when n.of() instanceof ClassType c -> c;
            default -> throw new IllegalArgumentException("not an instance: " + object.type());
        };
    }

    /** The C lvalue of a class record. */
    String classRecord(ClassType type) {
        return ProgramLayout.classSymbol(layout(type));
    }

    ClassLayout layout(ClassType type) {
        return unit.layout().classes().of(type);
    }

    private String read(TypedExpression.Read e) {
        String place = variables.place(e.variable());
        boolean untyped = e.variable().type().isReference() && isInReferenceCell(e.variable());
        return untyped
                ? "((" + unit.types().of(e.type()) + ")" + place + ")"
                : cast(e.type(), e.variable().type(), place);
    }

    /** Cells of all reference types have one C type. */
    private static boolean isInReferenceCell(Variable variable) {
        return switch (variable) {
            case org.bluescript.language.typed.Local local -> local.shared();
            case org.bluescript.language.typed.Capture capture -> capture.shared();
            case org.bluescript.language.typed.Global global -> false;
        };
    }

    private String let(TypedExpression.Let e) {
        String temporaries = e.temporaries().stream()
                .map(t -> {
                    if (t.value().type() == PrimitiveType.VOID || t.value().type() == PrimitiveType.NEVER) {
                        return emit(t.value()) + "; ";
                    }
                    Type type = t.local().type();
                    return unit.types().of(type) + " " + names.of(t.local()) + " = " + as(type, t.value()) + "; ";
                })
                .collect(Collectors.joining());
        return "({ " + temporaries + emit(e.body()) + "; })";
    }

    private String conditional(TypedExpression.Conditional e) {
        if (e.whenFalse() instanceof TypedExpression.Leave leave) {
            return "({ if (BS_UNLIKELY(!" + emit(e.condition()) + ")) " + leave(leave) + " " + as(e.type(), e.whenTrue()) + "; })";
        }
        return "(" + emit(e.condition()) + " ? " + as(e.type(), e.whenTrue()) + " : " + as(e.type(), e.whenFalse()) + ")";
    }

    /** Whether the specialised function has left something else is looked for after the call. */
    private String expected(TypedExpression.Expected e) {
        String value = names.fresh("t");
        String left = "bs_word " + names.of(e.left()) + " = bs_take_unexpected(); ";
        String otherwise = e.otherwise() instanceof TypedExpression.Leave leave
                ? leave(leave)
                : value + " = " + as(e.type(), e.otherwise()) + ";";
        return "({ " + unit.types().of(e.type()) + " " + value + " = " + emit(e.call())
                + "; if (BS_IS_UNEXPECTED_" + e.type().representation() + "(" + value + ")) { " + left + otherwise + " } "
                + value + "; })";
    }

    /** The calls in it stand for no place: the function goes on under another name, and is shown once in a call stack. */
    private String leave(TypedExpression.Leave e) {
        Type type = e.value().type();
        if (type.representation() == Representation.NOTHING) {
            return "{ " + emit(e.value()) + "; return; }";
        }
        if (type.representation() != Representation.WORD || e.result().representation() == Representation.WORD) {
            return "return " + as(e.result(), e.value()) + ";";
        }
        Local word = new Local("left", PrimitiveType.ANY);
        TypedExpression read = new TypedExpression.Read(e.span(), word, word.type());
        TypedExpression narrowed = new TypedExpression.Convert(e.span(), Conversion.ANY_NARROWED, read, e.result());
        return "{ bs_word " + names.of(word) + " = " + emit(e.value()) + "; if ("
                + emit(new TypedExpression.TypeTest(e.span(), read, e.result())) + ") return " + emit(narrowed)
                + "; bs_leave_unexpected(" + names.of(word) + "); return BS_RARE_" + e.result().representation() + "; }";
    }
}
