package org.bluescript.backend.elf;

/** The bytes are not what they claim to be: truncated, inconsistent, or of a kind that this package does not read. */
public final class ElfFormatException extends RuntimeException {
    public ElfFormatException(String message) {
        super(message);
    }
}
