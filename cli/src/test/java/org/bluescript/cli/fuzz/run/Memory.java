package org.bluescript.cli.fuzz.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;

/**
 * The memory that a program left behind, on either side.
 *
 * @param words the word at an address, a multiple of 4
 * @param layout where the program's own things lie
 * @param names of class records and of whatever else has a symbol, by address
 */
public record Memory(Words words, ProgramLayout layout, Map<Integer, String> names) {
    /** Reads words. */
    @FunctionalInterface
    public interface Words {
        int word(int address);
    }

    /** @param firmware the symbols of the firmware beneath the program */
    static Memory of(Words words, ProgramLayout layout, Map<String, Address> firmware) {
        Map<Integer, String> names = new HashMap<>();
        firmware.forEach((name, address) -> names.put(address.bits(), name));
        layout.symbols().forEach((name, address) -> names.put(address.bits(), name));
        return new Memory(words, layout, names);
    }

    int word(int address) {
        return words.word(address);
    }

    int byteAt(int address) {
        return word(address & -4) >>> 8 * (address & 3) & 0xff;
    }

    /** The symbol of an object's class record. */
    String className(int object) {
        int record = word(object);
        return Optional.ofNullable(names.get(record)).orElseGet(() -> "no class: 0x%08x".formatted(record));
    }
}
