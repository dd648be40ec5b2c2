package org.bluescript.cli.fuzz.make;

import java.util.List;
import java.util.StringJoiner;

/** A type as generated programs write it. */
sealed interface ValueType {
    /** As it is written in a program. */
    String text();

    /** The shortest expression of exactly this type. */
    String fallback();

    /** Types with nothing in them. */
    enum Simple implements ValueType {
        INTEGER("integer", "0"),
        FLOAT("float", "0.0"),
        BOOLEAN("boolean", "false"),
        STRING("string", "\"\""),
        BYTES("Uint8Array", "new Uint8Array(1)"),
        VOID("void", "");

        private final String text;
        private final String fallback;

        Simple(String text, String fallback) {
            this.text = text;
            this.fallback = fallback;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public String fallback() {
            return fallback;
        }
    }

    record EnumOf(EnumShape shape) implements ValueType {
        @Override
        public String text() {
            return shape.name();
        }

        @Override
        public String fallback() {
            return shape.name() + "." + shape.members().getFirst();
        }
    }

    record ObjectOf(ClassShape shape) implements ValueType {
        @Override
        public String text() {
            return shape.name();
        }

        @Override
        public String fallback() {
            return "new " + shape.name() + arguments(shape.parameters());
        }
    }

    record ArrayOf(ValueType element) implements ValueType {
        @Override
        public String text() {
            return element instanceof Nullable || element instanceof FunctionOf
                    ? "(" + element.text() + ")[]"
                    : element.text() + "[]";
        }

        @Override
        public String fallback() {
            return "new Array<" + element.text() + ">()";
        }
    }

    record Nullable(ValueType of) implements ValueType {
        @Override
        public String text() {
            return (of instanceof FunctionOf ? "(" + of.text() + ")" : of.text()) + " | null";
        }

        @Override
        public String fallback() {
            return "null";
        }
    }

    record FunctionOf(List<ValueType> parameters, ValueType result) implements ValueType {
        @Override
        public String text() {
            return parameters("a") + " => " + result.text();
        }

        @Override
        public String fallback() {
            return "(" + parameters("a") + ": " + result.text() + " => "
                    + (result == Simple.VOID ? "{}" : result.fallback()) + ")";
        }

        /** In parentheses, named with {@code prefix} and a number. */
        String parameters(String prefix) {
            StringJoiner text = new StringJoiner(", ", "(", ")");
            for (int i = 0; i < parameters.size(); i++) {
                text.add(prefix + i + ": " + parameters.get(i).text());
            }
            return text.toString();
        }
    }

    private static String arguments(List<Variable> parameters) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        parameters.forEach(p -> text.add(p.type().fallback()));
        return text.toString();
    }

    default boolean isNumber() {
        return this == Simple.INTEGER || this == Simple.FLOAT;
    }

    /** Whether values are references, so that they may be null if the type says so. */
    default boolean isReference() {
        return switch (this) {
            case Simple s -> s == Simple.STRING || s == Simple.BYTES;
            case EnumOf e -> false;
            case Nullable n -> false;
            case ObjectOf o -> true;
            case ArrayOf a -> true;
            case FunctionOf f -> true;
        };
    }

    /** Whether a value of this type may stand where one of {@code wanted} is wanted. */
    default boolean isAssignableTo(ValueType wanted) {
        if (equals(wanted)) {
            return true;
        }
        return switch (wanted) {
            case Simple s -> s == Simple.FLOAT && this == Simple.INTEGER || s == Simple.INTEGER && this instanceof EnumOf;
            case Nullable n -> isAssignableTo(n.of()) || this instanceof Nullable own && own.of().isAssignableTo(n.of());
            case ObjectOf o -> this instanceof ObjectOf own && own.shape().isSubclassOf(o.shape());
            case EnumOf e -> false;
            case ArrayOf a -> false;
            case FunctionOf f -> false;
        };
    }
}
