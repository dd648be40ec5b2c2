package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be named at a place in a program. */
final class Scope {
    /**
     * The function around a place.
     *
     * @param result of its {@code return} statements; void at the top level
     * @param self the class whose instance {@code this} is
     * @param calls whether it may call what might call it again
     * @param returns whether a {@code return} may stand in it
     */
    record Body(ValueType result, Optional<ClassShape> self, boolean calls, boolean returns) {}

    /** Something that can be left: a loop or a labelled block. */
    record Exit(String label, boolean isLoop) {}

    /** An index that is in the range of an array as long as nobody changes that. */
    record Index(String index, Variable array) {}

    private final Optional<Scope> outer;
    private final Body body;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>();
    private final List<Index> indices = new ArrayList<>();
    /** Statements within statements. */
    private final int depth;

    private Scope(Optional<Scope> outer, Body body, int depth) {
        this.outer = outer;
        this.body = body;
        this.depth = depth;
    }

    static Scope top(Body body) {
        return new Scope(Optional.empty(), body, 0);
    }

    /** A block in this one. */
    Scope block() {
        Scope block = new Scope(Optional.of(this), body, depth + 1);
        block.exits.addAll(exits);
        return block;
    }

    /** The same place in another function, with variables of its own. */
    Scope with(Body other) {
        return new Scope(Optional.of(this), other, depth);
    }

    /** A function in this scope: sees its variables, but cannot leave its statements. */
    Scope function(Body inner) {
        return new Scope(Optional.of(this), inner, depth + 1);
    }

    Body body() {
        return body;
    }

    int depth() {
        return depth;
    }

    Variable add(Variable variable) {
        variables.add(variable);
        return variable;
    }

    void add(Exit exit) {
        exits.add(exit);
    }

    void add(Index index) {
        indices.add(index);
    }

    List<Exit> exits() {
        return exits;
    }

    /** Indices in their range, of arrays that fit. */
    List<Index> indices(Predicate<ValueType> array) {
        List<Index> found = new ArrayList<>(outer.map(o -> o.indices(array)).orElse(List.of()));
        indices.stream().filter(i -> array.test(i.array().type())).forEach(found::add);
        return found;
    }

    /** All that fit; the innermost are there several times, to be chosen more often. */
    List<Variable> variables(Predicate<Variable> fits) {
        List<Variable> found = new ArrayList<>(outer.map(o -> o.variables(fits)).orElse(List.of()));
        List<Variable> own = variables.stream().filter(fits).toList();
        found.addAll(own);
        if (outer.isPresent()) {
            found.addAll(own);
        }
        return found;
    }
}
