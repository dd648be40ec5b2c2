package org.bluescript.language.typed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** An expression whose type, conversions, checks and order of evaluation are settled. See the package for the rules. */
public sealed interface TypedExpression {
    Span span();

    Type type();

    // ---- constants

    /** The type is {@code integer} or an enum. */
    record IntegerConstant(Span span, int value, Type type) implements TypedExpression {}

    record FloatConstant(Span span, float value) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.FLOAT;
        }
    }

    record BooleanConstant(Span span, boolean value) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    /** Equal strings are one interned object. */
    record StringConstant(Span span, String value) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.STRING;
        }
    }

    /** The null reference, as a value of {@code null} or of a nullable type. */
    record NullConstant(Span span, Type type) implements TypedExpression {}

    // ---- variables

    /** {@code type} is the variable's type, or the narrower one that control flow guarantees here. */
    record Read(Span span, Variable variable, Type type) implements TypedExpression {}

    /** Stores and yields the stored value. */
    record Write(Span span, Variable variable, TypedExpression value) implements TypedExpression {
        @Override
        public Type type() {
            return value.type();
        }
    }

    /**
     * Evaluates the temporaries in order, then the body, whose value it yields. A temporary is an immutable local; one without
     * a value (of type void) is evaluated for its effects only.
     */
    record Let(Span span, List<Temporary> temporaries, TypedExpression body) implements TypedExpression {
        @Override
        public Type type() {
            return body.type();
        }
    }

    record Temporary(Local local, TypedExpression value) {}

    // ---- operators

    /** Both operands and the result have {@code type}: {@code integer} or {@code float}; bits and shifts only on integers. */
    record Arithmetic(Span span, ArithmeticOperator operator, TypedExpression left, TypedExpression right, Type type)
            implements TypedExpression {}

    record Negate(Span span, TypedExpression operand) implements TypedExpression {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    /** Both operands have the representation that {@code domain} says. */
    record Compare(Span span, ComparisonOperator operator, Domain domain, TypedExpression left, TypedExpression right)
            implements TypedExpression {
        /** What is compared: numbers by value, strings by bytes, other references by identity. */
        public enum Domain {
            INTEGER,
            FLOAT,
            BOOLEAN,
            STRING,
            IDENTITY
        }

        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    record Not(Span span, TypedExpression operand) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    /** Evaluates one of the two branches, which have the representation of {@code type}. */
    record Conditional(
            Span span, TypedExpression condition, TypedExpression whenTrue, TypedExpression whenFalse, Type type)
            implements TypedExpression {}

    record Convert(Span span, Conversion conversion, TypedExpression operand, Type type) implements TypedExpression {}

    /** The operands are words, but where the operator says integer; the type is what it says. */
    record Dynamic(Span span, DynamicOperator operator, List<TypedExpression> operands, Type type)
            implements TypedExpression {}

    /** Whether the operand, of a reference type and perhaps null, or {@code any}, is an instance. Null is not. */
    record InstanceOf(Span span, TypedExpression operand, ClassType of) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    // ---- objects

    record New(Span span, ClassType type, List<TypedExpression> arguments) implements TypedExpression {}

    /** A null object is a run-time error. {@code type} is the field's or a narrower one. */
    record FieldRead(Span span, TypedExpression object, Field field, Type type) implements TypedExpression {}

    /** Stores and yields the stored value. */
    record FieldWrite(Span span, TypedExpression object, Field field, TypedExpression value) implements TypedExpression {
        @Override
        public Type type() {
            return value.type();
        }
    }

    // ---- arrays and strings

    /**
     * What is known of an index.
     *
     * @param isChecked whether it must be compared with the length
     * @param length of the array, if it is always the same
     */
    record Bounds(boolean isChecked, OptionalInt length) {
        public static final Bounds CHECKED = new Bounds(true, OptionalInt.empty());
        public static final Bounds PROVEN = new Bounds(false, OptionalInt.empty());

        /** The same of an array that always has the length. */
        public Bounds in(int known) {
            return new Bounds(isChecked, OptionalInt.of(known));
        }
    }

    record ArrayLiteral(Span span, ArrayType type, List<TypedExpression> elements) implements TypedExpression {}

    /** An array of {@code length} elements, each {@code fill}, or zero, false, null. The type is an array or byte array. */
    record NewArray(Span span, Type type, TypedExpression length, Optional<TypedExpression> fill)
            implements TypedExpression {}

    /** The array is of an array or byte array type. */
    record ElementRead(Span span, TypedExpression array, TypedExpression index, Bounds bounds, Type type)
            implements TypedExpression {}

    /** Stores and yields the value (before wrapping to the element's width). */
    record ElementWrite(Span span, TypedExpression array, TypedExpression index, TypedExpression value, Bounds bounds)
            implements TypedExpression {
        @Override
        public Type type() {
            return value.type();
        }
    }

    /** Length of an array, byte array or string. */
    record Length(Span span, TypedExpression of) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.INTEGER;
        }
    }

    // ---- calls

    /** A call of a known function; for methods and constructors (super calls) the receiver is the first argument. */
    record Call(Span span, FunctionId function, List<TypedExpression> arguments, Type type) implements TypedExpression {}

    /** A call of the method of the receiver's class. {@code method} is the declaration that the static type sees. */
    record MethodCall(
            Span span, TypedExpression receiver, Method method, List<TypedExpression> arguments, Type type)
            implements TypedExpression {}

    record ClosureCall(Span span, TypedExpression callee, List<TypedExpression> arguments, Type type)
            implements TypedExpression {}

    /** A function, static method or captureless closure as a value: always the same object. */
    record FunctionReference(Span span, FunctionId function, FunctionType type) implements TypedExpression {}

    /** A new closure; {@code captured} are the variables for the function's captures, in order. */
    record MakeClosure(Span span, FunctionId function, List<Variable> captured, FunctionType type)
            implements TypedExpression {}

    // ---- what values of type any are asked for at run time

    /** A property of a word. A value that has none of the name, and null, is a run-time error. */
    record DynamicRead(Span span, TypedExpression object, String name) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }
    }

    /** Converts a word to the property's type, stores it, and yields the word. The object is looked at after the value. */
    record DynamicWrite(Span span, TypedExpression object, String name, TypedExpression value)
            implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }
    }

    /** A call of a method of a word, or of the function that a property holds, with words. Without a result it yields null. */
    record DynamicMethodCall(Span span, TypedExpression receiver, String name, List<TypedExpression> arguments)
            implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }
    }

    /** A call of a word, which must be a function, with words. Without a result it yields null. */
    record DynamicCall(Span span, TypedExpression callee, List<TypedExpression> arguments) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }
    }

    record BuiltinCall(Span span, Builtin builtin, List<TypedExpression> arguments, Type type)
            implements TypedExpression {}

    /**
     * {@code print} and the console's functions: the values in one line. Each may be sent before the next one is evaluated:
     * no argument but the first changes objects, prints or fails.
     */
    record Print(Span span, boolean toError, List<TypedExpression> arguments) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.VOID;
        }
    }

    /** The message, a string, is evaluated only if the condition is false. */
    record Assert(Span span, TypedExpression condition, Optional<TypedExpression> message) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.VOID;
        }
    }

    // ---- what specialised functions are made of; tests for integers also what the library is

    /**
     * Whether a word holds a value of the type, and an integer is no float. Of an array of {@code any}, whether it can be seen as one; of
     * functions, whether it is one that fits. A
     * reader need not find floats of magnitude 2⁶⁵ and more, infinities and NaN: only specialised functions ask for floats.
     */
    record TypeTest(Span span, TypedExpression operand, Type of) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    /**
     * Ends the function, which has a result of type {@code result}, with a value of that type or a word. A word that is no value of the
     * type is left where {@link Expected} finds it. Stands as the second branch of a conditional.
     */
    record Leave(Span span, TypedExpression value, Type result) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.NEVER;
        }
    }

    /**
     * The value of a call of a specialised function. If that has been left with a word of another type than its result, the value is
     * {@code otherwise}, in which {@code left} is that word.
     */
    record Expected(Span span, TypedExpression call, Local left, TypedExpression otherwise) implements TypedExpression {
        @Override
        public Type type() {
            return call.type();
        }
    }

    /** The condition, which was nearly always {@code usual} in runs of the program. */
    record Usually(Span span, TypedExpression condition, boolean usual) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.BOOLEAN;
        }
    }

    /** Counts that a guard has failed, and keeps the word for which it did. */
    record GuardFailure(Span span, int guard, TypedExpression word) implements TypedExpression {
        @Override
        public Type type() {
            return PrimitiveType.VOID;
        }
    }
}
