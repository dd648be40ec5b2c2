package org.bluescript.language.shadow.heap;

import java.util.Arrays;
import java.util.List;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ReadOnlyMemory;

/**
 * The class records of a program, by address: the built-in ones lie in the firmware's flash, the program's own in data
 * memory. A record is read when it is first asked for and taken to be constant from then on: who changes one, or loads another
 * program, needs new {@code ClassRecords}.
 */
public final class ClassRecords {
    private static final int FIRST_CAPACITY = 64;

    private final DataMemory data;
    private final List<ReadOnlyMemory> flash;
    /** Open addressing by record address; at most half full. */
    private ClassRecord[] table = new ClassRecord[FIRST_CAPACITY];
    private int count;

    public ClassRecords(DataMemory data, List<ReadOnlyMemory> flash) {
        this.data = data;
        this.flash = List.copyOf(flash);
    }

    /** The record at an address. Throws an {@link IllegalArgumentException} if there is none. */
    public ClassRecord at(int address) {
        int i = index(address, table.length);
        for (ClassRecord found = table[i]; found != null; found = table[i]) {
            if (found.address == address) {
                return found;
            }
            i = i + 1 & table.length - 1;
        }
        return add(ClassRecord.read(address, this::word));
    }

    /** Reads all records anew when they are asked for next. */
    public void forget() {
        table = new ClassRecord[FIRST_CAPACITY];
        count = 0;
    }

    private ClassRecord add(ClassRecord added) {
        if (2 * ++count > table.length) {
            ClassRecord[] old = table;
            table = new ClassRecord[2 * old.length];
            Arrays.stream(old).filter(record -> record != null).forEach(this::put);
        }
        put(added);
        return added;
    }

    private void put(ClassRecord record) {
        int i = index(record.address, table.length);
        while (table[i] != null) {
            i = i + 1 & table.length - 1;
        }
        table[i] = record;
    }

    /** Records are at multiples of 8, of which the multiplication spreads every bit upward. */
    private static int index(int address, int capacity) {
        return (address >>> 3) * 0x9e3779b9 >>> 16 & capacity - 1;
    }

    private int word(int address) {
        if (data.region().contains(Address.of(address), 4)) {
            return data.word(address);
        }
        for (ReadOnlyMemory memory : flash) {
            if (memory.region().contains(Address.of(address), 4)) {
                return memory.word(address);
            }
        }
        throw new IllegalArgumentException("no class record can be at " + Address.of(address));
    }
}
