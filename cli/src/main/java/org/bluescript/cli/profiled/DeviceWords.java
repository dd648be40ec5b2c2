package org.bluescript.cli.profiled;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.text.FloatText;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What words of type {@code any} are that a device has left behind. It may run on, so what they refer to may be gone: whatever
 * is read there is believed only as far as it makes sense.
 */
final class DeviceWords {
    /** Of a longer string only the beginning is shown. */
    private static final int LONGEST = 40;

    private final Memory memory;
    private final ProgramLayout layout;

    /** Reads device memory; empty where there is none. */
    @FunctionalInterface
    interface Memory {
        Optional<byte[]> read(int address, int length);
    }

    DeviceWords(Memory memory, ProgramLayout layout) {
        this.memory = memory;
        this.layout = layout;
    }

    /** Memory of which a part never changes. */
    static Memory with(List<ReadOnlyMemory> flash, Memory rest) {
        return (address, length) -> flash.stream()
                .filter(f -> f.region().contains(Address.of(address), length))
                .findFirst()
                .map(f -> bytes(f, address, length))
                .or(() -> rest.read(address, length));
    }

    private static byte[] bytes(ReadOnlyMemory flash, int address, int length) {
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = address + i;
            result[i] = (byte) (flash.word(at & -4) >>> 8 * (at & 3));
        }
        return result;
    }

    /** The type of a value; empty for functions and for what makes no sense. */
    Optional<Type> typeOf(int word) {
        if (Word.isInteger(word)) {
            return Optional.of(PrimitiveType.INTEGER);
        }
        if (Word.isFloat(word)) {
            return Optional.of(PrimitiveType.FLOAT);
        }
        return switch (word) {
            case Word.NULL -> Optional.of(PrimitiveType.NULL);
            case Word.TRUE, Word.FALSE -> Optional.of(PrimitiveType.BOOLEAN);
            case Word.NAN, Word.INFINITY, Word.NEGATIVE_INFINITY -> Optional.of(PrimitiveType.FLOAT);
            default -> word(Word.objectIn(word)).flatMap(record -> layout.typeOf(Address.of(record)));
        };
    }

    /** A value as the program would print it, or at least its type. */
    String text(int word) {
        if (Word.isInteger(word)) {
            return Integer.toString(Word.toInteger(word));
        }
        if (Word.isFloat(word)) {
            return FloatText.of(Word.toFloat(word));
        }
        return switch (word) {
            case Word.NULL -> "null";
            case Word.TRUE -> "true";
            case Word.FALSE -> "false";
            case Word.NAN -> "NaN";
            case Word.INFINITY -> "Infinity";
            case Word.NEGATIVE_INFINITY -> "-Infinity";
            default -> object(Word.objectIn(word));
        };
    }

    private String object(int address) {
        Optional<Type> type = word(address).flatMap(record -> layout.typeOf(Address.of(record)));
        if (type.isEmpty()) {
            return "a function";
        }
        Optional<String> text = type.get() == PrimitiveType.STRING
                ? string(address)
                : type.get() == PrimitiveType.INTEGER
                        ? word(address + ObjectLayout.BOX_VALUE_OFFSET).map(v -> Integer.toString(v))
                        : type.get() == PrimitiveType.FLOAT
                                ? word(address + ObjectLayout.BOX_VALUE_OFFSET).map(v -> FloatText.of(Float.intBitsToFloat(v)))
                                : Optional.empty();
        return text.orElse("[" + type.get() + "]");
    }

    private Optional<String> string(int address) {
        return word(address + ObjectLayout.LENGTH_OFFSET).filter(n -> n >= 0).flatMap(n -> memory
                .read(address + ObjectLayout.STRING_BYTES_OFFSET, Math.min(n, LONGEST))
                .map(b -> '"' + new String(b, StandardCharsets.UTF_8) + (n > LONGEST ? "…" : "") + '"'));
    }

    private Optional<Integer> word(int address) {
        return memory.read(address, Integer.BYTES).map(b -> ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }
}
