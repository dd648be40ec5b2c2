package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.ClassMember.Modifiers;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/** A declared function, method or constructor. */
final class FunctionSymbol implements Symbol {
    /** How far the check of the body has come in this round. */
    enum State {
        WAITING,
        ACTIVE,
        CHECKED
    }

    private final Name name;
    private final FunctionNode node;
    private final ModuleScope module;
    private final FunctionId id;
    private final Optional<ClassSymbol> owner;
    private final Modifiers modifiers;
    private List<Type> parameters = List.of();
    private Optional<Type> declaredResult = Optional.empty();
    private Type result;
    private State state = State.WAITING;

    FunctionSymbol(
            Name name,
            FunctionNode node,
            ModuleScope module,
            FunctionId id,
            Optional<ClassSymbol> owner,
            Modifiers modifiers) {
        this.name = name;
        this.node = node;
        this.module = module;
        this.id = id;
        this.owner = owner;
        this.modifiers = modifiers;
    }

    @Override
    public String name() {
        return name.text();
    }

    @Override
    public String kind() {
        return owner.isPresent() ? "method" : "function";
    }

    /** The name where it was declared. */
    Name declaration() {
        return name;
    }

    FunctionNode node() {
        return node;
    }

    ModuleScope module() {
        return module;
    }

    FunctionId id() {
        return id;
    }

    /** The class that declares it, for a method or constructor. */
    Optional<ClassSymbol> owner() {
        return owner;
    }

    Modifiers modifiers() {
        return modifiers;
    }

    /** Known once the declarations of the module have been resolved. */
    List<Type> parameters() {
        return parameters;
    }

    Optional<Type> declaredResult() {
        return declaredResult;
    }

    void setSignature(List<Type> types, Optional<Type> declared) {
        parameters = types;
        declaredResult = declared;
    }

    State state() {
        return state;
    }

    void begin() {
        state = State.ACTIVE;
    }

    /** The body has been checked and gives a value of this type. */
    void finish(Type found) {
        state = State.CHECKED;
        result = found;
    }

    /** The result type found by the check of the body. */
    Type result() {
        return result;
    }

    FunctionType typeWith(Type resultType) {
        return new FunctionType(parameters, resultType);
    }
}
