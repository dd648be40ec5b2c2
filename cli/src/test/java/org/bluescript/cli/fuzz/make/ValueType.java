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
        SIGNED_BYTES("Int8Array", "new Int8Array(1)"),
        SHORTS("Int16Array", "new Int16Array(1)"),
        UNSIGNED_SHORTS("Uint16Array", "new Uint16Array(1)"),
        WORDS("Int32Array", "new Int32Array(1)"),
        FLOATS("Float32Array", "new Float32Array(1)"),
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

    record MapOf(ValueType key, ValueType value) implements ValueType {
        @Override
        public String text() {
            return "Map<" + key.text() + ", " + value.text() + ">";
        }

        @Override
        public String fallback() {
            return "new " + text() + "()";
        }
    }

    record SetOf(ValueType of) implements ValueType {
        @Override
        public String text() {
            return "Set<" + of.text() + ">";
        }

        @Override
        public String fallback() {
            return "new " + text() + "()";
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

    /** Whether it is one of the arrays of fixed length. */
    default boolean isTypedArray() {
        return this instanceof Simple s && s.text.endsWith("Array");
    }

    /** Whether it has elements that can be read and assigned. */
    default boolean isArray() {
        return this instanceof ArrayOf || isTypedArray();
    }

    /** Of an array. */
    default ValueType element() {
        return this instanceof ArrayOf array ? array.element() : this == Simple.FLOATS ? Simple.FLOAT : Simple.INTEGER;
    }

    /** Whether values are references, so that they may be null if the type says so. */
    default boolean isReference() {
        return switch (this) {
            case Simple s -> s == Simple.STRING || isTypedArray();
            case EnumOf e -> false;
            case Nullable n -> false;
            case ObjectOf o -> true;
            case ArrayOf a -> true;
            case MapOf m -> true;
            case SetOf s -> true;
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
            case MapOf m -> false;
            case SetOf s -> false;
            case FunctionOf f -> false;
        };
    }
}
