package org.bluescript.backend.debug;

import java.util.Optional;

/**
 * One function on a stack, waiting for the one before it.
 *
 * @param image    the name of the {@link CodeImage} it belongs to
 * @param function name in C; {@code ?} if unknown
 * @param line     where it was: of the innermost frame where it stopped, of others the call; empty if unknown
 * @param pc       address of the next instruction of the body that the function is in
 * @param inlined  its code is part of that of the next frame, and so it has no memory on the stack
 */
public record Frame(String image, String function, Optional<SourceLine> line, int pc, boolean inlined) {
    @Override
    public String toString() {
        return function + line.map(place -> " (" + place + ")").orElse("") + (inlined ? " inlined" : "");
    }
}
