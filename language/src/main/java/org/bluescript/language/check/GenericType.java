package org.bluescript.language.check;

import java.util.List;

import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.TypeParameter;

/** A name that stands for a type only together with type arguments. */
abstract sealed class GenericType implements Symbol permits GenericAlias, GenericInterface {
    private final Name name;
    private final List<TypeParameter> parameters;
    private final ModuleScope module;
    private final Scope around;
    private final String where;
    private Generic generic;

    /** {@code where} tells types of the same name apart that stand in different places. */
    GenericType(Name name, List<TypeParameter> parameters, ModuleScope module, Scope around, String where) {
        this.name = name;
        this.parameters = parameters;
        this.module = module;
        this.around = around;
        this.where = where;
    }

    @Override
    public String name() {
        return name.text();
    }

    ModuleScope module() {
        return module;
    }

    /** The scope in which it stands. */
    Scope around() {
        return around;
    }

    String where() {
        return where;
    }

    /** Its type parameters. */
    Generic generic(Round round) {
        if (generic == null) {
            generic = new Generic(round, module, around, where + ":" + name(), parameters);
        }
        return generic;
    }
}
