package org.bluescript.language.observation;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The types of the words that went by one place. The program's thread observes; any thread may ask what was seen.
 */
public final class ObservedWords {
    private static final int INTEGER = 1;
    private static final int FLOAT = 2;
    private static final int BOOLEAN = 4;
    private static final int NULL = 8;
    private static final int FUNCTION = 16;
    /** So many types that none is kept, and nobody looks any more. */
    private static final int TOO_MANY = 32;

    private final HostMachine machine;
    private final Function<Address, Optional<Type>> typeOf;
    /** What was seen of values that have no class record, or one of many. */
    @CompilationFinal private int kinds;
    /** The class records of all other objects that were seen. */
    @CompilationFinal(dimensions = 1) private int[] records = {};
    private final Set<Type> types = new LinkedHashSet<>();
    private boolean others;
    private int first;

    /** @param typeOf the type of the instances of the class with a record; empty for functions */
    ObservedWords(HostMachine machine, Function<Address, Optional<Type>> typeOf) {
        this.machine = machine;
        this.typeOf = typeOf;
    }

    public void observe(int word) {
        if (!isKnown(word)) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(word);
        }
    }

    /** What was seen until now. */
    public synchronized Seen seen() {
        return new Seen(types, others);
    }

    /** Whether words of several types went by. */
    boolean areSeveral() {
        return Integer.bitCount(kinds) + records.length > 1;
    }

    /** Stands for a type that is not kept apart from others. */
    static final int NO_TYPE = 0;

    private static final int FIRST_RECORD = 5;

    /** A number from 1 of the type of a word that was observed, or {@link #NO_TYPE}; it tells the type by {@link #type}. */
    @ExplodeLoop
    int index(int word) {
        if ((kinds & TOO_MANY) != 0) {
            return NO_TYPE;
        }
        int kind = Word.isInteger(word) ? INTEGER : Word.isFloat(word) ? FLOAT : kindOfConstant(word);
        if (kind != 0) {
            return kind == INTEGER ? 1 : kind == FLOAT ? 2 : kind == BOOLEAN ? 3 : 4;
        }
        int record = machine.word(word - Word.TAG_POINTER);
        for (int i = 0; i < records.length; i++) {
            if (records[i] == record) {
                return FIRST_RECORD + i;
            }
        }
        return NO_TYPE;
    }

    /** The number of the type that was the first. */
    int first() {
        return first;
    }

    /** The type with a number. */
    synchronized Optional<Type> type(int index) {
        return switch (index) {
            case NO_TYPE -> Optional.empty();
            case 1 -> Optional.of(PrimitiveType.INTEGER);
            case 2 -> Optional.of(PrimitiveType.FLOAT);
            case 3 -> Optional.of(PrimitiveType.BOOLEAN);
            case 4 -> Optional.of(PrimitiveType.NULL);
            default -> typeOf.apply(Address.of(records[index - FIRST_RECORD]));
        };
    }

    private boolean isKnown(int word) {
        if ((kinds & TOO_MANY) != 0) {
            return true;
        }
        if (Word.isInteger(word)) {
            return (kinds & INTEGER) != 0;
        }
        if (Word.isFloat(word)) {
            return (kinds & FLOAT) != 0;
        }
        int constant = kindOfConstant(word);
        return constant != 0 ? (kinds & constant) != 0 : isKnown(word, machine.word(word - Word.TAG_POINTER));
    }

    /** 0 for the word of an object. */
    private static int kindOfConstant(int word) {
        return switch (word) {
            case Word.NULL -> NULL;
            case Word.FALSE, Word.TRUE -> BOOLEAN;
            case Word.NAN, Word.INFINITY, Word.NEGATIVE_INFINITY -> FLOAT;
            default -> 0;
        };
    }

    @ExplodeLoop
    private boolean isKnown(int word, int record) {
        for (int known : records) {
            if (known == record) {
                return true;
            }
        }
        return (kinds & FUNCTION) != 0 && isFunction(record);
    }

    /** Functions have many records, one for each place that makes them. */
    private boolean isFunction(int record) {
        return (machine.word(record) & 0xff) >= Kind.CLOSURE.ordinal();
    }

    private synchronized void learn(int word) {
        boolean isFirst = kinds == 0 && records.length == 0;
        int kind = Word.isInteger(word) ? INTEGER : Word.isFloat(word) ? FLOAT : kindOfConstant(word);
        switch (kind) {
            case INTEGER -> types.add(PrimitiveType.INTEGER);
            case FLOAT -> types.add(PrimitiveType.FLOAT);
            case BOOLEAN -> types.add(PrimitiveType.BOOLEAN);
            case NULL -> types.add(PrimitiveType.NULL);
            default -> learnRecord(machine.word(word - Word.TAG_POINTER));
        }
        kinds |= kind;
        if (types.size() > Seen.MOST_TYPES) {
            types.clear();
            others = true;
            kinds |= TOO_MANY;
        }
        if (isFirst) {
            first = index(word);
        }
    }

    private void learnRecord(int record) {
        if (isFunction(record)) {
            kinds |= FUNCTION;
            others = true;
            return;
        }
        Optional<Type> type = typeOf.apply(Address.of(record));
        type.ifPresentOrElse(types::add, () -> others = true);
        int[] more = Arrays.copyOf(records, records.length + 1);
        more[records.length] = record;
        records = more;
    }
}
