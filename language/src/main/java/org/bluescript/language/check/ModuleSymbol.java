package org.bluescript.language.check;

/** A module under the name that {@code import * as} gives it. {@code module} is null if it was not found. */
record ModuleSymbol(String name, ModuleScope module) implements Symbol {
    @Override
    public String kind() {
        return "module";
    }
}
