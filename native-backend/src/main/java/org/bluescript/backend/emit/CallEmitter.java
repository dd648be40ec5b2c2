package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/** Emits calls: of functions, of methods, of closures; and closures themselves. */
final class CallEmitter {
    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    CallEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    /** Only another version of itself calls a closure's function: it passes on what it was called with. */
    String call(TypedExpression.Call e) {
        TypedFunction function = unit.function(e.function());
        List<String> arguments = new ArrayList<>();
        if (function.kind() == TypedFunction.Kind.CLOSURE) {
            arguments.add("(void *)" + VariableEmitter.SELF);
        }
        for (int i = 0; i < e.arguments().size(); i++) {
            Type parameter = function.parameters().get(i).type();
            TypedExpression argument = e.arguments().get(i);
            arguments.add(expressions.apart(e.span(), parameter, expressions.as(parameter, argument)));
        }
        String call = unit.text().at(e.span()) + unit.called(e.function()) + "(" + String.join(", ", arguments) + ")";
        return expressions.cast(e.type(), function.result(), call);
    }

    /** A call of a function with the first argument, an instance of static class {@code receiver}, cast as needed. */
    static String direct(
            Unit unit, ExpressionEmitter expressions, FunctionId id, List<String> arguments, ClassType receiver) {
        TypedFunction function = unit.function(id);
        List<String> cast = new ArrayList<>(arguments);
        cast.set(0, expressions.cast(function.parameters().get(0).type(), receiver, arguments.get(0)));
        for (int i = 1; i < cast.size(); i++) {
            Type parameter = function.parameters().get(i).type();
            if (parameter.isReference()) {
                cast.set(i, "(" + unit.types().of(parameter) + ")" + cast.get(i));
            }
        }
        return unit.called(id) + "(" + String.join(", ", cast) + ")";
    }

    String method(TypedExpression.MethodCall e) {
        ClassType receiver = ExpressionEmitter.classOf(e.receiver());
        Set<FunctionId> targets = unit.hierarchy().targets(receiver, e.method());
        StringBuilder code = new StringBuilder("({ ");
        List<String> arguments = new ArrayList<>();
        arguments.add(named(code, e.receiver()));
        e.arguments().forEach(a -> arguments.add(named(code, a)));
        code.append(unit.text().at(e.span()));
        String call = targets.size() == 1
                ? direct(unit, expressions, targets.iterator().next(), arguments, receiver)
                : virtual(receiver, e.method(), arguments);
        Type result = targets.size() == 1
                ? unit.function(targets.iterator().next()).result()
                : e.method().type().result();
        return code.append(expressions.cast(e.type(), result, call)).append("; })").toString();
    }

    /** Through the method table of the receiver's class. */
    private String virtual(ClassType receiver, Method method, List<String> arguments) {
        ClassLayout layout = expressions.layout(receiver);
        FunctionType type = method.type();
        String pointer = unit.types()
                .pointer(
                        unit.types().of(type.result()),
                        Stream.concat(Stream.of("void *"), type.passed().stream().map(unit.types()::of)));
        List<String> cast = new ArrayList<>(arguments);
        for (int i = 1; i < cast.size(); i++) {
            Type parameter = type.passed().get(i - 1);
            if (parameter.isReference()) {
                cast.set(i, "(" + unit.types().of(parameter) + ")" + cast.get(i));
            }
        }
        return "((" + pointer + ")((bs_object *)" + arguments.get(0) + ")->class_->methods["
                + layout.slot(method.name()) + "])(" + String.join(", ", cast) + ")";
    }

    String closure(TypedExpression.ClosureCall e) {
        StringBuilder code = new StringBuilder("({ ");
        String callee = names.fresh("closure");
        code.append("bs_closure *").append(callee).append(" = ").append(expressions.emit(e.callee())).append("; ");
        List<String> arguments = new ArrayList<>();
        arguments.add(callee);
        e.arguments().forEach(a -> arguments.add(named(code, a)));
        String pointer = unit.types()
                .pointer(
                        unit.types().of(e.type()),
                        Stream.concat(
                                Stream.of("bs_closure *"),
                                e.arguments().stream().map(a -> unit.types().of(a.type()))));
        return code.append(unit.text().at(e.span())).append("((").append(pointer).append(')').append(callee)
                .append("->code)(").append(String.join(", ", arguments)).append("); })").toString();
    }

    String functionValue(TypedExpression.FunctionReference e) {
        return "((bs_closure *)&" + unit.layout().functionValue(e.function()) + ")";
    }

    String makeClosure(TypedExpression.MakeClosure e, VariableEmitter variables) {
        TypedFunction function = unit.function(e.function());
        String struct = unit.types().closure(function, unit.name(e.function()));
        String record = unit.layout().closureClass(e.function());
        int size = unit.layout().closureSize(e.function());
        String closure = names.fresh("closure");
        StringBuilder code = new StringBuilder("({ ").append(unit.text().at(e.span()));
        code.append(struct).append(" *").append(closure).append(" = ");
        code.append(
                size <= HeapLayout.LARGEST_BIN
                        ? "bs_allocate(&" + record + ", " + size + "); "
                        : "bs_new_object(&" + record + "); ");
        code.append(closure).append("->code = (void (*)(void))").append(unit.held(e.function())).append("; ");
        for (Capture capture : function.captures()) {
            Variable source = e.captured().get(capture.index());
            code.append(closure).append("->").append(VariableEmitter.captureField(capture)).append(" = (");
            code.append(unit.types().capture(capture)).append(')').append(variables.captured(source)).append("; ");
        }
        return code.append("(bs_closure *)").append(closure).append("; })").toString();
    }

    private String named(StringBuilder code, TypedExpression value) {
        String text = expressions.emit(value);
        if (ExpressionEmitter.isSimple(text)) {
            return text;
        }
        String name = names.fresh("t");
        code.append(unit.types().of(value.type())).append(' ').append(name).append(" = ").append(text).append("; ");
        return name;
    }
}
