package org.bluescript.language.typed;

import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** A property of the instances of a class; a readonly one is written by its constructor alone. */
public record Field(ClassType owner, String name, Type type, boolean isReadonly) {}
