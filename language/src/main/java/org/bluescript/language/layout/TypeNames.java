package org.bluescript.language.layout;

import java.util.List;

/** What {@code typeof} gives, in the order of the device's {@code enum bs_type_name}. */
public final class TypeNames {
    public static final List<String> ALL = List.of("number", "string", "boolean", "undefined", "object", "function");

    private TypeNames() {}
}
