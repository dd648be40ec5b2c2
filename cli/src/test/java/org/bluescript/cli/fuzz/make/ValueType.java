package org.bluescript.cli.fuzz.make;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** A type as generated programs write it. */
sealed interface ValueType {
    /** As it is written in a program. */
    String text();

    /** The shortest expression of exactly this type. */
    String fallback();

    /** As it is written within another type. */
    default String part() {
        return text();
    }

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

    /** Of a class, an interface or an object type. */
    record ObjectOf(Shape shape) implements ValueType {
        @Override
        public String text() {
            return shape.name();
        }

        @Override
        public String fallback() {
            return shape.fallback();
        }
    }

    /** Of a value of this type only that is known which all have in common: {@link Narrowings} find out more. */
    record UnionOf(UnionShape shape) implements ValueType {
        @Override
        public String text() {
            return shape.name();
        }

        @Override
        public String part() {
            return shape.alias().isPresent() ? text() : "(" + text() + ")";
        }

        @Override
        public String fallback() {
            return "(" + shape.types().getFirst().fallback() + " as " + text() + ")";
        }
    }

    /**
     * A type parameter. Wherever it is known a constant of this type is known too, for nothing else can be sure to have it.
     */
    record Parameter(String name) implements ValueType {
        @Override
        public String text() {
            return name;
        }

        @Override
        public String fallback() {
            return witness().name();
        }

        Variable witness() {
            return new Variable("w_" + name, this, false);
        }
    }

    record ArrayOf(ValueType element) implements ValueType {
        @Override
        public String text() {
            return element.part() + "[]";
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
        /** Null, or a value of the type, which may be nullable itself. */
        static ValueType of(ValueType type) {
            return type instanceof Nullable ? type : new Nullable(type);
        }

        @Override
        public String text() {
            return of.part() + " | null";
        }

        @Override
        public String part() {
            return "(" + text() + ")";
        }

        @Override
        public String fallback() {
            return "null";
        }
    }

    /**
     * @param optional types of what may be left out behind the parameters
     * @param rest the type of what there may be any number of at the end
     */
    record FunctionOf(List<ValueType> parameters, List<ValueType> optional, Optional<ValueType> rest, ValueType result)
            implements ValueType {
        @Override
        public String text() {
            return parameterText() + " => " + result.text();
        }

        @Override
        public String part() {
            return "(" + text() + ")";
        }

        @Override
        public String fallback() {
            return "(" + parameterText() + ": " + result.text() + " => " + (result == Simple.VOID ? "{}" : result.fallback()) + ")";
        }

        /** In parentheses. */
        String parameterText() {
            StringJoiner text = new StringJoiner(", ", "(", ")");
            int count = 0;
            for (ValueType parameter : parameters) {
                text.add("a" + count++ + ": " + parameter.text());
            }
            for (ValueType parameter : optional) {
                text.add("a" + count++ + "?: " + parameter.text());
            }
            if (rest.isPresent()) {
                text.add("...a" + count + ": " + rest.get().part() + "[]");
            }
            return text.toString();
        }
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
            case UnionOf u -> u.shape().types().stream().allMatch(ValueType::isReference);
            case ArrayOf a -> true;
            case MapOf m -> true;
            case SetOf s -> true;
            case FunctionOf f -> true;
            case Parameter p -> false;
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
            case ObjectOf o -> this instanceof ObjectOf own && own.shape().fits(o.shape());
            case UnionOf u -> u.shape().types().contains(this);
            case EnumOf e -> false;
            case ArrayOf a -> false;
            case MapOf m -> false;
            case SetOf s -> false;
            case FunctionOf f -> false;
            case Parameter p -> false;
        };
    }

    /**
     * Whether expressions of this type must say so where no type is wanted: what is in them, or what was assigned, could make them
     * of another one.
     */
    default boolean mustBeSaid() {
        return switch (this) {
            case Nullable n -> true;
            case UnionOf u -> true;
            case ObjectOf o -> o.shape() instanceof InterfaceShape;
            case ArrayOf a -> a.element().mustBeSaid();
            case MapOf m -> false;
            case SetOf s -> false;
            case Simple s -> false;
            case EnumOf e -> false;
            case FunctionOf f -> false;
            case Parameter p -> true;
        };
    }
}
