package org.bluescript.language.typed;

import org.bluescript.language.types.Type;

/**
 * A parameter, a local variable or a temporary of one function. Two locals of the same name are different variables: a local
 * is itself only.
 */
public final class Local implements Variable {
    private final String name;
    private final Type type;
    private boolean shared;

    public Local(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Type type() {
        return type;
    }

    /**
     * Whether the variable lives in a heap cell, because a closure captures it and somebody writes it after its
     * declaration. A shared parameter is moved into a fresh cell on entry.
     */
    public boolean shared() {
        return shared;
    }

    /** Called by the checker, before the tree is handed to anybody. */
    public void share() {
        shared = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
