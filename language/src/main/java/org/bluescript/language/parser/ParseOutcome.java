package org.bluescript.language.parser;

import org.bluescript.language.ast.Module;

/**
 * What parsing a text gave.
 *
 * @param module what could be read; where mistakes were reported, parts of it are missing or stand for nothing, and it is not fit
 *     for checking
 * @param incomplete whether the only mistake is that the text ends too early, so that more lines may make it right
 */
public record ParseOutcome(Module module, boolean incomplete) {}
