package org.bluescript.language.typed;

import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;

/**
 * A method as a class declares or overrides it.
 *
 * @param type without {@code this}
 * @param implementation the function, whose first parameter is {@code this}
 */
public record Method(ClassType owner, String name, FunctionType type, FunctionId implementation) {}
