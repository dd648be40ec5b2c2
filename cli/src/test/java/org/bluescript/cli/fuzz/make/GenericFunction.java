package org.bluescript.cli.fuzz.make;

import java.util.List;

/**
 * A generated function with type parameters, as its callers see it.
 *
 * @param parameters each is the type of a parameter, the first ones, in this order
 */
record GenericFunction(String name, List<ValueType.Parameter> parameters, ValueType.FunctionOf type) {}
