package org.bluescript.language.check;

import java.util.List;
import java.util.stream.Collectors;

import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Texts for types that differ wherever the types differ, unlike what the user is shown. */
final class QualifiedName {
    private QualifiedName() {}

    static String of(Type type) {
        return switch (type) {
            case ClassType t -> t.module() + ":" + t.name() + list(t.arguments());
            case EnumType t -> t.module() + ":" + t.name();
            case InterfaceType t -> t.module() + ":" + t.name() + list(t.arguments());
            case ArrayType t -> of(t.element()) + "[]";
            case NullableType t -> of(t.of()) + "?";
            case FunctionType t -> t.parameters().stream()
                    .map(QualifiedName::of)
                    .collect(Collectors.joining(",", "(", ")" + of(t.result())))
                    + (t.required() < t.parameters().size() ? t.required() + (t.hasRest() ? "+" : "") : "");
            case UnionType t when t.isRecursive() -> t.qualifiedName() + list(t.arguments());
            case UnionType t -> t.members().stream().map(QualifiedName::of).sorted().collect(Collectors.joining("|"));
            default -> type.toString();
        };
    }

    /** {@code <A,B>}; nothing if there are none. */
    static String list(List<Type> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(QualifiedName::of).collect(Collectors.joining(",", "<", ">"));
    }
}
