package org.bluescript.language.check;

import java.util.List;

import org.bluescript.language.ast.Statement.InterfaceDeclaration;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;

/** An interface with type parameters: no type itself, but what makes them. */
final class GenericInterface extends GenericType {
    private final InterfaceDeclaration node;

    GenericInterface(InterfaceDeclaration node, ModuleScope module, Scope around, String where) {
        super(node.name(), node.typeParameters(), module, around, where);
        this.node = node;
    }

    @Override
    public String kind() {
        return "generic interface";
    }

    InterfaceDeclaration node() {
        return node;
    }

    /** The interface that it is for the type arguments; mistakes in its text are found by {@link #checkText}. */
    InterfaceSymbol instance(Round round, List<Type> arguments, Span use) {
        InterfaceType type = new InterfaceType(where(), name(), arguments);
        InterfaceSymbol known = round.interfaceOf(type);
        if (known != null) {
            return known;
        }
        InterfaceSymbol symbol = new InterfaceSymbol(type, module(), node.span(), node.bases(), node.members());
        symbol.setInstances((others, span) -> instance(round, others, span).type());
        round.interfaces().put(type, symbol);
        TypeResolver types = new TypeResolver(round, module(), generic(round).scopeWith(arguments));
        round.instances().define(generic(round), arguments, node.span(), type.toString(), use,
                () -> new InterfaceDeclarations(round, module(), types).resolve(symbol));
        return symbol;
    }

    /** Reports the mistakes in its text. */
    void checkText(Round round) {
        instance(round, generic(round).representatives(), node.name().span());
    }
}
