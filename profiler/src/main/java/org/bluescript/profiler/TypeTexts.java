package org.bluescript.profiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.UnionType;

/**
 * Types as files hold them: as the program writes them, but for names that a module declares, which the module's path precedes:
 * {@code shapes:Circle[]}. A program's types are found again by their texts.
 */
final class TypeTexts {
    private final Map<String, Type> types = new HashMap<>();

    private TypeTexts() {}

    /** The types of all values that the program may have. */
    static TypeTexts of(TypedProgram program) {
        TypeTexts texts = new TypeTexts();
        Stream.of(PrimitiveType.values()).forEach(t -> {
            texts.add(t);
            if (t != PrimitiveType.VOID && t != PrimitiveType.NEVER) {
                texts.add(new ArrayType(t));
            }
        });
        Stream.of(TypedArrayType.values()).forEach(texts::add);
        program.classes().values().forEach(c -> {
            texts.add(c.type());
            c.fields().forEach(f -> texts.add(f.type()));
        });
        program.modules().forEach(m -> m.globals().forEach(g -> texts.add(g.type())));
        program.functions().values().forEach(texts::add);
        return texts;
    }

    /** The type with this text, if the program has it. */
    Optional<Type> type(String text) {
        return Optional.ofNullable(types.get(text));
    }

    private void add(TypedFunction function) {
        function.parameters().forEach(p -> add(p.type()));
        add(function.result());
        TreeWalk.expressions(function.body(), e -> add(e.type()));
    }

    private void add(Type type) {
        if (types.putIfAbsent(text(type), type) == null) {
            parts(type).forEach(this::add);
        }
    }

    private static List<Type> parts(Type type) {
        return switch (type) {
            case ArrayType t -> List.of(t.element());
            case NullableType t -> List.of(t.of());
            case UnionType t -> Stream.concat(t.members().stream(), t.arguments().stream()).toList();
            case ClassType t -> t.arguments();
            case FunctionType t -> Stream.concat(t.parameters().stream(), Stream.of(t.result())).toList();
            case PrimitiveType t -> List.of();
            case TypedArrayType t -> List.of();
            case EnumType t -> List.of();
            case InterfaceType t -> t.arguments();
        };
    }

    static String text(Type type) {
        return switch (type) {
            case ClassType t -> t.module() + ":" + t.name() + arguments(t.arguments());
            case InterfaceType t -> t.module() + ":" + t.name() + arguments(t.arguments());
            case EnumType t -> t.module() + ":" + t.name();
            case ArrayType t -> part(t.element()) + "[]";
            case NullableType t -> part(t.of()) + " | null";
            case UnionType t when t.isRecursive() -> t.qualifiedName() + arguments(t.arguments());
            case UnionType t -> t.members().stream().map(TypeTexts::part).sorted().collect(Collectors.joining(" | "));
            case FunctionType t -> function(t);
            case PrimitiveType t -> t.toString();
            case TypedArrayType t -> t.toString();
        };
    }

    private static String arguments(List<Type> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(TypeTexts::text).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String function(FunctionType type) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < type.parameters().size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(i >= type.fixed() ? "..." : "")
                    .append(text(type.parameters().get(i)))
                    .append(type.isOptional(i) ? "?" : "");
        }
        return text.append(") => ").append(text(type.result())).toString();
    }

    /** The text of a type inside another one. */
    private static String part(Type type) {
        return switch (type) {
            case FunctionType t -> "(" + text(t) + ")";
            case UnionType t -> "(" + text(t) + ")";
            case NullableType t -> "(" + text(t) + ")";
            default -> text(type);
        };
    }
}
