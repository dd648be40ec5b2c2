package org.bluescript.language.typed;

import org.bluescript.language.types.Type;

/**
 * A variable of an enclosing function as a closure sees it: the {@code index}-th captured one. If {@code shared}, the closure
 * holds the variable's cell, else a copy of its value, which is never written.
 */
public record Capture(int index, String name, Type type, boolean shared) implements Variable {}
