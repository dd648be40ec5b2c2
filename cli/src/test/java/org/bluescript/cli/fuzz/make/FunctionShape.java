package org.bluescript.cli.fuzz.make;

/** A generated function or method, as its callers see it. */
record FunctionShape(String name, ValueType.FunctionOf type) {
    ValueType result() {
        return type.result();
    }

    /** Parameters and result, as an interface writes them. */
    String head() {
        return type.parameterText() + ": " + result().text();
    }
}
