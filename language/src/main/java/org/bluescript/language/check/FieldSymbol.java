package org.bluescript.language.check;

import org.bluescript.language.ast.ClassMember.Property;
import org.bluescript.language.ast.Name;
import org.bluescript.language.typed.Field;
import org.bluescript.language.types.Type;

/** A property of a class's instances. Its type may have to be found from its initialiser. */
final class FieldSymbol implements PropertySymbol {
    private final ClassSymbol owner;
    private final Property node;
    private boolean active;
    private Type type;

    FieldSymbol(ClassSymbol owner, Property node) {
        this.owner = owner;
        this.node = node;
    }

    @Override
    public String name() {
        return node.name().text();
    }

    ClassSymbol owner() {
        return owner;
    }

    Property node() {
        return node;
    }

    @Override
    public Name declaration() {
        return node.name();
    }

    @Override
    public boolean isReadonly() {
        return node.modifiers().isReadonly();
    }

    /** Null until found. */
    Type type() {
        return type;
    }

    void setType(Type found) {
        type = found;
    }

    /** Whether its type is just being found. */
    boolean isActive() {
        return active;
    }

    void setActive(boolean now) {
        active = now;
    }

    /** The property in the typed tree; its type must have been found. */
    Field field() {
        return new Field(owner.type(), name(), type, isReadonly());
    }
}
