package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.Type;

/**
 * Prints typed trees so that people can read and compare them. Locals of the same name in one function are numbered; {@code *}
 * marks a shared one; {@code ~} before a name a capture, {@code $} a global. Conversions are written {@code operand as CONVERSION}.
 */
public final class TypedTreePrinter {
    private final StringBuilder out = new StringBuilder();
    private final Map<Local, String> names = new IdentityHashMap<>();
    private final Map<TypedStatement.Target, String> targets = new IdentityHashMap<>();
    private Set<String> taken = new HashSet<>();
    private int depth;

    private TypedTreePrinter() {}

    public static String print(TypedProgram program) {
        TypedTreePrinter printer = new TypedTreePrinter();
        program.classes().values().forEach(printer::print);
        for (TypedModule module : program.modules()) {
            module.code().forEach(printer::print);
        }
        program.functions().values().forEach(printer::print);
        if (!program.growable().isEmpty()) {
            printer.line("growable " + program.growable().stream().map(Type::toString).sorted()
                    .collect(Collectors.joining(", ")));
        }
        return printer.out.toString();
    }

    private void print(TypedClass c) {
        line("class " + c.type() + c.superclass().map(s -> " extends " + s).orElse("") + " {");
        depth++;
        c.fields().forEach(f -> line(f.name() + ": " + f.type()));
        c.methods().forEach(m -> line(m.name() + m.type().toString().replace(" =>", ":") + " = " + m.implementation()));
        depth--;
        line("}");
    }

    private void print(TypedFunction f) {
        taken = new HashSet<>();
        String captures = f.captures().isEmpty()
                ? ""
                : f.captures().stream().map(c -> capture(c) + ": " + c.type()).collect(Collectors.joining(", ", "[", "]"));
        line(f.kind().name().toLowerCase(Locale.ROOT) + " " + f.id() + captures
                + f.parameters().stream().map(this::declared).collect(Collectors.joining(", ", "(", ")"))
                + ": " + f.result() + (f.deviceBound() ? " device-bound" : "") + " {");
        depth++;
        f.body().statements().forEach(this::print);
        depth--;
        line("}");
    }

    private void block(TypedStatement s) {
        depth++;
        if (s instanceof TypedStatement.Block b) {
            b.statements().forEach(this::print);
        } else {
            print(s);
        }
        depth--;
    }

    private void print(TypedStatement statement) {
        switch (statement) {
            case TypedStatement.Evaluate s -> line(text(s.expression()));
            case TypedStatement.Declare s -> {
                String value = text(s.value());
                line("let " + declared(s.local()) + " = " + value);
            }
            case TypedStatement.RenewCell s -> line("renew " + name(s.local()));
            case TypedStatement.If s -> {
                line("if " + text(s.condition()) + " {");
                block(s.whenTrue());
                s.whenFalse().ifPresent(e -> {
                    line("} else {");
                    block(e);
                });
                line("}");
            }
            case TypedStatement.Loop s -> {
                String condition = s.condition().map(this::text).orElse("true");
                line(target(s.target()) + ": " + (s.testFirst() ? "while " + condition : "do") + " {");
                block(s.body());
                if (!s.update().isEmpty()) {
                    line("} next {");
                    depth++;
                    s.update().forEach(this::print);
                    depth--;
                }
                line("}" + (s.testFirst() ? "" : " while " + condition));
            }
            case TypedStatement.Break s -> line("break " + target(s.target()));
            case TypedStatement.Continue s -> line("continue " + target(s.target()));
            case TypedStatement.Labeled s -> {
                line(target(s.target()) + ": {");
                block(s.body());
                line("}");
            }
            case TypedStatement.Switch s -> {
                line(target(s.target()) + ": switch " + text(s.subject()) + " {");
                for (TypedStatement.Case c : s.cases()) {
                    List<String> labels = new ArrayList<>(c.values().stream().map(v -> "case " + v).toList());
                    if (c.isDefault()) {
                        labels.add("default");
                    }
                    line(String.join(", ", labels) + ":");
                    depth++;
                    c.body().forEach(this::print);
                    depth--;
                }
                line("}");
            }
            case TypedStatement.Return s -> line("return" + s.value().map(v -> " " + text(v)).orElse(""));
            case TypedStatement.Throw s -> line("throw " + text(s.error()));
            case TypedStatement.TryCatch s -> {
                line("try {");
                block(s.body());
                line("} catch " + declared(s.error()) + " {");
                block(s.handler());
                line("}");
            }
            case TypedStatement.Block s -> {
                line("{");
                block(s);
                line("}");
            }
            case TypedStatement.InlineCode s -> {
                StringBuilder text = new StringBuilder(s.texts().getFirst().text());
                for (int i = 0; i < s.gaps().size(); i++) {
                    text.append("${").append(text(s.gaps().get(i))).append("}").append(s.texts().get(i + 1).text());
                }
                line("code `" + text + "`");
            }
            case TypedStatement.Resume s -> line("resume " + s.number() + ":");
            case TypedStatement.Recall s ->
                line("recall " + Stream.concat(s.stores().stream(), s.state().stream()).map(this::text).collect(Collectors.joining(", ")));
        }
    }

    private String text(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> Integer.toString(e.value());
            case TypedExpression.FloatConstant e -> e.value() + "f";
            case TypedExpression.BooleanConstant e -> Boolean.toString(e.value());
            case TypedExpression.StringConstant e -> "\"" + e.value().replace("\n", "\\n") + "\"";
            case TypedExpression.NullConstant e -> e.type().toString().equals("never") ? "UNKNOWN" : "null";
            case TypedExpression.Read e ->
                name(e.variable()) + (e.type().equals(e.variable().type()) ? "" : ":" + e.type());
            case TypedExpression.Write e -> {
                String value = text(e.value());
                yield "(" + name(e.variable()) + " = " + value + ")";
            }
            case TypedExpression.Let e -> {
                List<String> parts = new ArrayList<>();
                for (TypedExpression.Temporary t : e.temporaries()) {
                    String value = text(t.value());
                    parts.add(name(t.local()) + " = " + value);
                }
                yield "{" + String.join("; ", parts) + " in " + text(e.body()) + "}";
            }
            case TypedExpression.Arithmetic e ->
                "(" + text(e.left()) + " " + e.operator() + "." + e.type().toString().charAt(0) + " " + text(e.right()) + ")";
            case TypedExpression.Negate e -> "-" + text(e.operand());
            case TypedExpression.Compare e ->
                "(" + text(e.left()) + " " + e.operator() + "." + e.domain() + " " + text(e.right()) + ")";
            case TypedExpression.Not e -> "!" + text(e.operand());
            case TypedExpression.Conditional e ->
                "(" + text(e.condition()) + " ? " + text(e.whenTrue()) + " : " + text(e.whenFalse()) + ")";
            case TypedExpression.Convert e -> "(" + text(e.operand()) + " as " + e.conversion()
                    + switch (e.conversion()) {
                        case REINTERPRET, DOWNCAST, ANY_TO_REFERENCE, ANY_NARROWED -> ":" + e.type();
                        default -> "";
                    } + ")";
            case TypedExpression.Dynamic e -> e.operator() + ".any" + list(e.operands());
            case TypedExpression.InstanceOf e -> "(" + text(e.operand()) + " instanceof " + e.of() + ")";
            case TypedExpression.New e -> "new " + e.type() + list(e.arguments());
            case TypedExpression.FieldRead e ->
                text(e.object()) + "." + e.field().name()
                        + (e.type().equals(e.field().type()) ? "" : ":" + e.type());
            case TypedExpression.FieldWrite e ->
                "(" + text(e.object()) + "." + e.field().name() + " = " + text(e.value()) + ")";
            case TypedExpression.ArrayLiteral e -> e.type() + list(e.elements());
            case TypedExpression.NewArray e ->
                "new " + e.type() + "(" + text(e.length()) + e.fill().map(f -> ", " + text(f)).orElse("") + ")";
            case TypedExpression.ElementRead e -> text(e.array()) + index(e.index(), e.bounds());
            case TypedExpression.ElementWrite e ->
                "(" + text(e.array()) + index(e.index(), e.bounds()) + " = " + text(e.value()) + ")";
            case TypedExpression.Length e -> text(e.of()) + ".length";
            case TypedExpression.Call e -> e.function().name() + list(e.arguments());
            case TypedExpression.MethodCall e ->
                text(e.receiver()) + "." + e.method().owner() + "::" + e.method().name() + list(e.arguments());
            case TypedExpression.ClosureCall e -> text(e.callee()) + "!" + list(e.arguments());
            case TypedExpression.DynamicRead e -> text(e.object()) + ".?" + e.name();
            case TypedExpression.DynamicWrite e -> "(" + text(e.object()) + ".?" + e.name() + " = " + text(e.value()) + ")";
            case TypedExpression.DynamicMethodCall e -> text(e.receiver()) + ".?" + e.name() + list(e.arguments());
            case TypedExpression.DynamicCall e -> text(e.callee()) + "?" + list(e.arguments());
            case TypedExpression.TypeTest e -> "(" + text(e.operand()) + " is " + e.of() + ")";
            case TypedExpression.Leave e -> "leave " + text(e.value());
            case TypedExpression.Expected e ->
                "(" + text(e.call()) + " unless " + declared(e.left()) + ": " + text(e.otherwise()) + ")";
            case TypedExpression.Usually e -> "(" + text(e.condition()) + " usually " + e.usual() + ")";
            case TypedExpression.GuardFailure e -> "guard " + e.guard() + " failed for " + text(e.word());
            case TypedExpression.FunctionReference e -> "&" + e.function().name();
            case TypedExpression.MakeClosure e -> "closure " + e.function().name()
                    + e.captured().stream().map(this::name).collect(Collectors.joining(", ", "[", "]"));
            case TypedExpression.BuiltinCall e -> e.builtin() + list(e.arguments());
            case TypedExpression.Print e -> (e.toError() ? "print-error" : "print") + list(e.arguments());
            case TypedExpression.Assert e ->
                "assert(" + text(e.condition()) + e.message().map(m -> ", " + text(m)).orElse("") + ")";
        };
    }

    private String index(TypedExpression index, TypedExpression.Bounds bounds) {
        return "[" + text(index) + (bounds == TypedExpression.Bounds.PROVEN ? " proven]" : "]");
    }

    private String list(List<TypedExpression> expressions) {
        return expressions.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String declared(Local local) {
        return name(local) + ": " + local.type();
    }

    private String name(Variable variable) {
        return switch (variable) {
            case Local v -> names.computeIfAbsent(v, this::newName);
            case Global v -> "$" + v.name();
            case Capture v -> capture(v);
        };
    }

    private static String capture(Capture capture) {
        return "~" + capture.name() + (capture.shared() ? "*" : "");
    }

    private String newName(Local local) {
        String name = local.name();
        for (int i = 2; !taken.add(name); i++) {
            name = local.name() + i;
        }
        return name + (local.shared() ? "*" : "");
    }

    private String target(TypedStatement.Target target) {
        Map<TypedStatement.Target, String> known = targets;
        return known.computeIfAbsent(target, t -> "L" + (known.size() + 1));
    }

    private void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
