package org.bluescript.backend.debug;

import java.util.Optional;

/**
 * What an instruction belongs to, as the programmer sees it.
 *
 * @param function name in C, without what the compiler appends to copies; {@code ?} if unknown
 * @param line     of the instruction, or, if another function was inlined here, of the call of that one
 * @param inlined  the function has no body of its own here: its code is part of that of its caller
 */
public record CodeLocation(String function, Optional<SourceLine> line, boolean inlined) {}
