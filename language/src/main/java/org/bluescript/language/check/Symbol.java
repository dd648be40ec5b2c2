package org.bluescript.language.check;

/** What a name stands for. Symbols are made anew in every round; each is itself only. */
sealed interface Symbol
        permits
                VariableSymbol,
                FunctionSymbol,
                AliasSymbol,
                ClassSymbol,
                GenericClass,
                GenericType,
                InterfaceSymbol,
                EnumSymbol,
                TypeSymbol,
                ModuleSymbol,
                BuiltinSymbol {
    String name();

    /** Whether the name can stand where a type is wanted. */
    default boolean isType() {
        return switch (this) {
            case ClassSymbol s -> true;
            case GenericClass s -> true;
            case GenericInterface s -> true;
            case GenericAlias s -> true;
            case TypeSymbol s -> true;
            case InterfaceSymbol s -> true;
            case EnumSymbol s -> true;
            case AliasSymbol s -> true;
            default -> false;
        };
    }

    /** What kind of thing it is, for messages: {@code variable}, {@code class}, … */
    String kind();
}
