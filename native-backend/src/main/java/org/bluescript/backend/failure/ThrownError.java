package org.bluescript.backend.failure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

import org.bluescript.backend.debug.StackMemory;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.ObjectLayout;

/**
 * An error that a program threw and did not catch, as it lies in the device's memory. Whatever is there instead: reading it ends, and
 * does not throw.
 *
 * @param origin what raised it and where ({@link ErrorLayout})
 */
record ThrownError(String name, String message, int origin) {
    /** Of a longer text the rest is left out. */
    private static final int LONGEST_TEXT = 4096;

    /** The object at an address; empty if no object can be there. */
    static Optional<ThrownError> read(int address, StackMemory memory) {
        OptionalInt name = memory.word(address + ObjectLayout.ERROR_NAME_OFFSET);
        OptionalInt message = memory.word(address + ObjectLayout.ERROR_MESSAGE_OFFSET);
        OptionalInt origin = memory.word(address + ObjectLayout.ERROR_ORIGIN_OFFSET);
        return name.isPresent() && message.isPresent() && origin.isPresent()
                ? Optional.of(new ThrownError(
                        text(name.getAsInt(), memory), text(message.getAsInt(), memory), origin.getAsInt()))
                : Optional.empty();
    }

    /** What raised it first. */
    RunTimeErrorKind kind() {
        return RunTimeErrorKind.of(ErrorLayout.code(origin)).orElse(RunTimeErrorKind.THROWN);
    }

    /** What the user is told: what the program says, or what the runtime said. */
    String report() {
        if (kind() != RunTimeErrorKind.THROWN) {
            return kind().report(message);
        }
        return name.isEmpty() || message.isEmpty() ? name + message : name + ": " + message;
    }

    /** The text of the string object at an address, as far as it can be read. */
    private static String text(int string, StackMemory memory) {
        int length = Math.min(memory.word(string + ObjectLayout.LENGTH_OFFSET).orElse(0) & Integer.MAX_VALUE, LONGEST_TEXT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < length; at += Integer.BYTES) {
            OptionalInt word = memory.word(string + ObjectLayout.STRING_BYTES_OFFSET + at);
            if (word.isEmpty()) {
                break;
            }
            for (int i = 0; i < Math.min(Integer.BYTES, length - at); i++) {
                bytes.write(word.getAsInt() >> 8 * i);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
