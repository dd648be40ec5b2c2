package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.Type;

/** A variable, a parameter, a static property, or {@code this}. */
final class VariableSymbol implements Symbol {
    private final String name;
    private final Optional<Name> declaration;
    private final boolean constant;
    private final FunctionBody owner;
    private Variable variable;
    private Type type;
    private boolean declared;
    private boolean isFunction;
    private Optional<Expression> initializer = Optional.empty();
    private Optional<TypedExpression> literal = Optional.empty();
    private GlobalDeclaration global;
    private StaticProperty property;

    private VariableSymbol(String name, Optional<Name> declaration, boolean constant, FunctionBody owner) {
        this.name = name;
        this.declaration = declaration;
        this.constant = constant;
        this.owner = owner;
    }

    /** A variable of a block of {@code owner}; it has no type yet. */
    static VariableSymbol local(Name declaration, boolean constant, FunctionBody owner) {
        return new VariableSymbol(declaration.text(), Optional.of(declaration), constant, owner);
    }

    /** A variable of a module's top level or a static property; its type is found when it is needed. */
    static VariableSymbol global(Name declaration, boolean constant, GlobalDeclaration global) {
        VariableSymbol symbol = new VariableSymbol(declaration.text(), Optional.of(declaration), constant, null);
        symbol.global = global;
        return symbol;
    }

    /** {@code this} in a method or constructor. */
    static VariableSymbol receiver(Local local, FunctionBody owner) {
        VariableSymbol symbol = new VariableSymbol("this", Optional.empty(), true, owner);
        symbol.declare(local);
        return symbol;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return constant ? "constant" : "variable";
    }

    /** Where it was declared; {@code this} was not. */
    Optional<Name> declaration() {
        return declaration;
    }

    boolean isConstant() {
        return constant;
    }

    /** The function whose local it is; null for globals. */
    FunctionBody owner() {
        return owner;
    }

    boolean isGlobal() {
        return owner == null;
    }

    /** How its type is found, for a global. */
    GlobalDeclaration global() {
        return global;
    }

    /** The property that it is, for a static property. */
    Optional<StaticProperty> property() {
        return Optional.ofNullable(property);
    }

    void setProperty(StaticProperty property) {
        this.property = property;
    }

    /** The variable in its own function; null until {@link #bind}. */
    Variable variable() {
        return variable;
    }

    /** The declared type; null until {@link #bind}. */
    Type type() {
        return type;
    }

    /** Gives it its variable and type, without saying that its declaration has been reached. */
    void bind(Variable variable) {
        this.variable = variable;
        this.type = variable.type();
    }

    /** Says that its declaration has been reached. */
    void declare(Variable variable) {
        bind(variable);
        declared = true;
    }

    void markDeclared() {
        declared = true;
    }

    /** Whether the check has passed its declaration. */
    boolean isDeclared() {
        return declared;
    }

    /** The initialiser as written, known from the beginning of the block. */
    Optional<Expression> initializer() {
        return initializer;
    }

    void setInitializer(Optional<Expression> initializer) {
        this.initializer = initializer;
    }

    /** The constant that it always is once initialised, if that is known. */
    Optional<TypedExpression> literal() {
        return literal;
    }

    void setLiteral(TypedExpression constantValue) {
        literal = Optional.of(constantValue);
    }

    /** Whether it is a function declared in a block: known from the beginning of the block, with its type. */
    boolean isFunction() {
        return isFunction;
    }

    /** A function that is declared in a block of {@code owner} and captures variables. */
    static VariableSymbol function(Name declaration, FunctionBody owner) {
        VariableSymbol symbol = local(declaration, true, owner);
        symbol.isFunction = true;
        return symbol;
    }

    @Override
    public String toString() {
        return name;
    }
}
