package org.bluescript.cli.fuzz.make;

import java.util.List;

/** A generated function or method, as its callers see it. */
record FunctionShape(String name, List<ValueType> parameters, ValueType result) {
    ValueType.FunctionOf type() {
        return new ValueType.FunctionOf(parameters, result);
    }
}
