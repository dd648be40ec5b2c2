package org.bluescript.language.check;

/** What a name stands for. Symbols are made anew in every round; each is itself only. */
sealed interface Symbol
        permits VariableSymbol, FunctionSymbol, ClassSymbol, EnumSymbol, ModuleSymbol, BuiltinSymbol {
    String name();

    /** What kind of thing it is, for messages: {@code variable}, {@code class}, … */
    String kind();
}
