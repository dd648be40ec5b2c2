package org.bluescript.language.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Numbers for values, so that sets of them are sets of bits. */
final class Values {
    static final Value.Plain INTEGER = new Value.Plain(PrimitiveType.INTEGER);
    static final Value.Plain FLOAT = new Value.Plain(PrimitiveType.FLOAT);
    static final Value.Plain BOOLEAN = new Value.Plain(PrimitiveType.BOOLEAN);
    static final Value.Plain STRING = new Value.Plain(PrimitiveType.STRING);
    static final Value.Plain NULL = new Value.Plain(PrimitiveType.NULL);

    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> numbers = new HashMap<>();

    private int number(Value value) {
        return numbers.computeIfAbsent(value, v -> {
            values.add(v);
            return values.size() - 1;
        });
    }

    BitSet only(Value... all) {
        BitSet result = new BitSet();
        for (Value value : all) {
            result.set(number(value));
        }
        return result;
    }

    /** The set and one more. */
    BitSet with(BitSet set, Value value) {
        BitSet result = only(value);
        result.or(set);
        return result;
    }

    boolean has(BitSet set, Value value) {
        return set.get(number(value));
    }

    /** Whether integers are among the values. */
    boolean hasIntegers(BitSet set) {
        return set.stream().mapToObj(values::get).anyMatch(Values::isInteger);
    }

    private static boolean isInteger(Value value) {
        return value == INTEGER || value instanceof Value.Whole;
    }

    /** Integers of which one is known only if it is the only one. */
    BitSet integers(BitSet set) {
        return set.isEmpty() || whole(set).isPresent() ? set : only(INTEGER);
    }

    /** The integer that is the only value. */
    OptionalInt whole(BitSet set) {
        return set.cardinality() == 1 && values.get(set.nextSetBit(0)) instanceof Value.Whole w
                ? OptionalInt.of(w.value())
                : OptionalInt.empty();
    }

    void each(BitSet set, Consumer<Value> action) {
        ((BitSet) set.clone()).stream().forEach(i -> action.accept(values.get(i)));
    }

    List<Value> list(BitSet set) {
        List<Value> result = new ArrayList<>();
        each(set, result::add);
        return result;
    }

    List<Value.Array> arrays(BitSet set) {
        List<Value.Array> result = new ArrayList<>();
        each(set, v -> {
            if (v instanceof Value.Array a) {
                result.add(a);
            }
        });
        return result;
    }

    BitSet where(BitSet set, Predicate<Value> test) {
        BitSet result = new BitSet();
        set.stream().filter(i -> test.test(values.get(i))).forEach(result::set);
        return result;
    }

    /** The plain value that all values of a type are; null if there is none. */
    static Value.Plain plain(Type type) {
        return switch (type) {
            case EnumType e -> INTEGER;
            case PrimitiveType p ->
                switch (p) {
                    case INTEGER -> INTEGER;
                    case FLOAT -> FLOAT;
                    case BOOLEAN -> BOOLEAN;
                    case STRING -> STRING;
                    case NULL -> NULL;
                    case ANY, VOID, NEVER -> null;
                };
            default -> null;
        };
    }
}
