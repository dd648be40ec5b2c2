package org.bluescript.language.machine;

/** Takes what a program prints. */
@FunctionalInterface
public interface ProgramOutput {
    /** One line without its end, in UTF-8 as far as the program's strings are. */
    void line(boolean toError, byte[] text);
}
