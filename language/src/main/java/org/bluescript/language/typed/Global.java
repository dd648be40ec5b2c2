package org.bluescript.language.typed;

import org.bluescript.language.types.Type;

/**
 * A variable of a module's top level outside any block, or a static property of a class ({@code name} is then
 * {@code Class.property}). Zero, false or null until its declaration has run.
 */
public record Global(String module, String name, Type type) implements Variable {}
