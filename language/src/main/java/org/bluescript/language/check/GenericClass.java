package org.bluescript.language.check;

import org.bluescript.language.ast.Statement.ClassDeclaration;
import org.bluescript.language.types.ClassType;

/** A class with type parameters: no class itself, but what makes them. Its static members exist once. */
final class GenericClass implements Symbol {
    private final ClassDeclaration node;
    private final ModuleScope module;
    private final Scope around;
    private final ClassSymbol statics;
    private Generic generic;

    GenericClass(ClassDeclaration node, ModuleScope module, Scope around) {
        this.node = node;
        this.module = module;
        this.around = around;
        this.statics = ClassSymbol.of(node, module, around, new ClassType(module.pathOf(node.name().text()), node.name().text()));
    }

    @Override
    public String name() {
        return node.name().text();
    }

    @Override
    public String kind() {
        return "generic class";
    }

    ClassDeclaration node() {
        return node;
    }

    ModuleScope module() {
        return module;
    }

    /** The scope in which it stands. */
    Scope around() {
        return around;
    }

    /** Holds the static members, and no others. */
    ClassSymbol statics() {
        return statics;
    }

    /** Its type parameters. */
    Generic generic(Round round) {
        if (generic == null) {
            generic = new Generic(round, module, around, name(), node.typeParameters());
        }
        return generic;
    }
}
