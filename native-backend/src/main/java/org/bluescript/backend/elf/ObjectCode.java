package org.bluescript.backend.elf;

/** What a compiler made of one source: code and data that do not yet have addresses. */
public record ObjectCode(ElfFile elf) {
    public ObjectCode {
        if (elf.type() != ElfFile.RELOCATABLE) {
            throw new ElfFormatException(elf.name() + ": not an object file");
        }
    }

    /** Reads an object file; {@code name} is what messages and maps call it. */
    public static ObjectCode parse(String name, byte[] bytes) {
        return new ObjectCode(ElfFile.parse(name, bytes));
    }

    public String name() {
        return elf.name();
    }
}
