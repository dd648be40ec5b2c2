package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;

/** A variable, or a property reached from it through properties: what a test can narrow. */
record Path(VariableSymbol root, List<PropertySymbol> fields) {
    static Path of(VariableSymbol root) {
        return new Path(root, List.of());
    }

    Path member(PropertySymbol field) {
        List<PropertySymbol> longer = new ArrayList<>(fields);
        longer.add(field);
        return new Path(root, List.copyOf(longer));
    }

    boolean mentions(String fieldName) {
        return fields.stream().anyMatch(f -> f.name().equals(fieldName));
    }
}
