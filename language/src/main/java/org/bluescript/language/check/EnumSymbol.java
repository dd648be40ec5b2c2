package org.bluescript.language.check;

import java.util.LinkedHashMap;
import java.util.Map;

import org.bluescript.language.types.EnumType;

/** An enum with the values of its members. */
final class EnumSymbol implements Symbol {
    private final EnumType type;
    private final Map<String, Integer> members = new LinkedHashMap<>();

    EnumSymbol(EnumType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public String kind() {
        return "enum";
    }

    EnumType type() {
        return type;
    }

    Map<String, Integer> members() {
        return members;
    }
}
