package org.bluescript.cli.fuzz.make;

import java.util.List;

/**
 * A generated class with a type parameter.
 *
 * @param open what it is in its own text; its first property is of the parameter's type, and the constructor gets it
 * @param instances what programs use, each a class of its own
 */
record GenericClass(ValueType.Parameter parameter, ClassShape open, List<Instance> instances) {
    record Instance(ClassShape shape, Substitution given) {}

    boolean makes(ClassShape shape) {
        return instances.stream().anyMatch(i -> i.shape() == shape);
    }

    /** What is known in its text. */
    List<ValueType> types() {
        return List.of(parameter, new ValueType.ArrayOf(parameter), new ValueType.ObjectOf(open));
    }
}
