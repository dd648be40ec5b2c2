package org.bluescript.language.check;

import org.bluescript.language.types.Type;

/** A name for a type: a type parameter within an instance of what it is a parameter of. */
record TypeSymbol(String name, Type type, String kind) implements Symbol {}
