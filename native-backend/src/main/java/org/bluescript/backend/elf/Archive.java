package org.bluescript.backend.elf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A library of objects as {@code ar} writes it, with the index that says which member defines which symbol. Members are
 * read on demand; garbage gives an {@link ElfFormatException}. Source: System V ABI, chapter 7, with GNU's long names.
 */
public final class Archive {
    private static final int MAGIC_SIZE = 8;
    private static final int HEADER_SIZE = 60;

    private final Bytes bytes;
    private final Map<String, Integer> memberOffsets;
    private Bytes longNames;

    private Archive(Bytes bytes) {
        this.bytes = bytes;
        if (bytes.length() < MAGIC_SIZE || !text(0, MAGIC_SIZE).equals("!<arch>\n")) {
            throw new ElfFormatException(bytes.name() + ": not an archive");
        }
        memberOffsets = readIndex();
    }

    /** Reads the index. {@code name} is what messages call the archive. */
    public static Archive parse(String name, byte[] bytes) {
        return new Archive(Bytes.of(name, bytes));
    }

    public String name() {
        return bytes.name();
    }

    /** The symbols that some member defines. */
    public Set<String> symbols() {
        return memberOffsets.keySet();
    }

    /** Where the header of the member that defines {@code symbol} stands: equal for symbols of one member. */
    public Optional<Integer> memberOffset(String symbol) {
        return Optional.ofNullable(memberOffsets.get(symbol));
    }

    /** Reads the member whose header stands at {@code offset}. */
    public ObjectCode member(int offset) {
        Bytes contents = contents(offset);
        return new ObjectCode(ElfFile.parse(
                contents.slice(name() + "(" + memberName(offset) + ")", 0, contents.length())));
    }

    private Map<String, Integer> readIndex() {
        Map<String, Integer> result = new HashMap<>();
        int offset = MAGIC_SIZE;
        while (offset + HEADER_SIZE <= bytes.length()) {
            String name = text(offset, 16).strip();
            Bytes contents = contents(offset);
            if (name.equals("/")) {
                readIndex(contents, result);
            } else if (name.equals("//")) {
                longNames = contents;
            } else {
                break;
            }
            offset += HEADER_SIZE + (contents.length() + 1 & ~1);
        }
        return result;
    }

    private void readIndex(Bytes index, Map<String, Integer> result) {
        long count = Integer.toUnsignedLong(Integer.reverseBytes(index.i32(0)));
        ByteCursor names = new ByteCursor(index, 4 + count * 4);
        for (long i = 0; i < count; i++) {
            int offset = Integer.reverseBytes(index.i32(4 + i * 4));
            result.putIfAbsent(names.string(), offset);
        }
    }

    private Bytes contents(int header) {
        if (!text(header + 58, 2).equals("`\n")) {
            throw new ElfFormatException("%s: no member at 0x%x".formatted(name(), header));
        }
        return bytes.slice(name(), (long) header + HEADER_SIZE, decimal(text(header + 48, 10), header));
    }

    private String memberName(int header) {
        String name = text(header, 16).strip();
        if (name.startsWith("/") && longNames != null) {
            int start = (int) decimal(name.substring(1), header);
            int end = start;
            while (longNames.u8(end) != '/' && longNames.u8(end) != '\n') {
                end++;
            }
            Bytes found = longNames.slice(name(), start, (long) end - start);
            return new String(found.toArray(), StandardCharsets.UTF_8);
        }
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private long decimal(String digits, int header) {
        try {
            return Long.parseLong(digits.strip());
        } catch (NumberFormatException _) {
            throw new ElfFormatException("%s: the member at 0x%x has no number where one belongs: \"%s\""
                    .formatted(name(), header, digits.strip()));
        }
    }

    private String text(int offset, int size) {
        return new String(bytes.slice(name(), offset, size).toArray(), StandardCharsets.ISO_8859_1);
    }
}
