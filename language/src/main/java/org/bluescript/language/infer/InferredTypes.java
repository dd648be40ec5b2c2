package org.bluescript.language.infer;

import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** The least types of what a program holds, as {@link Flow} knows it. */
final class InferredTypes {
    private static final ArrayType WORDS = new ArrayType(PrimitiveType.ANY);

    private final Flow flow;
    private final Types types;
    private final Map<Value.Array, Type> elements = new IdentityHashMap<>();
    private final Set<Value.Array> open = new HashSet<>();
    private boolean isCircular;

    InferredTypes(Flow flow) {
        this.flow = flow;
        this.types = new Types(flow.program);
        do {
            elements.clear();
            isCircular = false;
            flow.arrays().forEach(this::of);
        } while (isCircular);
    }

    /** The type that all these have; {@code ANY} if nothing is known of them, or there are none. */
    Type of(BitSet values) {
        Type result = PrimitiveType.NEVER;
        for (Value value : flow.values.list(values)) {
            result = types.join(result, of(value));
        }
        return result == PrimitiveType.NEVER || result == PrimitiveType.NULL ? PrimitiveType.ANY : result;
    }

    private Type of(Value value) {
        return switch (value) {
            case Value.Plain p -> p.type();
            case Value.Whole w -> PrimitiveType.INTEGER;
            case Value.Instance i -> i.type();
            case Value.Function f -> PrimitiveType.ANY;
            case Value.Array a -> of(a);
        };
    }

    /** The type of the arrays that an expression makes. */
    Type of(Value.Array array) {
        return isOfWords(array) ? exact(element(array.found())) : array.type();
    }

    /** Whether the program makes it as an array of words, so that it takes all values. */
    static boolean isOfWords(Value.Array array) {
        return array.type().equals(WORDS);
    }

    /** Of an array that is made as one of words it is known that it is no view. */
    private static Type exact(Type element) {
        return new ArrayType(element, element == PrimitiveType.ANY);
    }

    private Type element(Value.Array array) {
        Type known = elements.get(array);
        if (known != null) {
            return known;
        }
        if (array.isFixed()) {
            return PrimitiveType.ANY;
        }
        if (!open.add(array)) {
            // An array that holds itself holds words.
            array.fix();
            isCircular = true;
            return PrimitiveType.ANY;
        }
        Type element = of(array.elements().values());
        open.remove(array);
        elements.put(array, element);
        return element;
    }

    /** The type that the slot gets in the place of the declared one. */
    Type of(Slot slot) {
        Type declared = slot.declared();
        if (slot.isFixed()) {
            return declared;
        }
        if (declared == PrimitiveType.ANY) {
            return of(slot.values());
        }
        boolean isNullable = declared instanceof NullableType n && n.of().equals(WORDS);
        if (!isNullable && !declared.equals(WORDS)) {
            return declared;
        }
        Type known = of(slot.values());
        return switch (known) {
            case ArrayType a -> isNullable ? new NullableType(a) : a;
            case NullableType n when isNullable && n.of() instanceof ArrayType -> n;
            default -> declared;
        };
    }
}
