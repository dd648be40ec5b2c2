package org.bluescript.cli.fuzz.make;

/**
 * Something with a name that has a value: a variable, a parameter, a property.
 *
 * @param assignable whether generated statements may assign it
 */
record Variable(String name, ValueType type, boolean assignable) {}
