package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a program declares on its top level, beside variables, and what it was decided to be like. */
final class World {
    private final List<ClassShape> classes = new ArrayList<>();
    private final List<Announced> types = new ArrayList<>();
    private final List<EnumShape> enums = new ArrayList<>();
    private final List<FunctionShape> functions = new ArrayList<>();
    private final Set<ValueType> growing = new HashSet<>();
    /** @param classes how many classes had been announced before: what is visible among fewer does not know it */
    private record Announced(ValueType type, int classes) {}

    /** Whether it uses functions that programs are linked with, several KB of them. */
    private final boolean mathematics;

    private int names;
    private int visibleClasses = Integer.MAX_VALUE;

    /** The arrays of fixed length that it uses: few kinds, so that there are several of each. */
    private final List<ValueType> typedArrays;

    /** Its maps and sets: few kinds, for each is a class. */
    private final List<ValueType> tables = new ArrayList<>();

    /** Classes of errors. */
    private final List<ErrorShape> errors = new ArrayList<>();

    private final List<GenericFunction> genericFunctions = new ArrayList<>();
    private final List<GenericClass> genericClasses = new ArrayList<>();

    /** Type parameters, and what is made of them. */
    private List<ValueType> open = List.of();

    private final boolean timers;

    World(Chooser chooser) {
        timers = chooser.percent(20);
        mathematics = chooser.percent(20);
        typedArrays = List.of(ValueType.Simple.BYTES, chooser.of(ValueType.Simple.SIGNED_BYTES, ValueType.Simple.SHORTS,
                ValueType.Simple.UNSIGNED_SHORTS, ValueType.Simple.WORDS, ValueType.Simple.FLOATS));
    }

    List<ErrorShape> errors() {
        return errors;
    }

    boolean timers() {
        return timers;
    }

    List<ValueType> typedArrays() {
        return typedArrays;
    }

    List<ValueType> tables() {
        return tables;
    }

    boolean mathematics() {
        return mathematics;
    }

    /** Those whose instances may be made at this time. */
    List<ClassShape> classes() {
        return classes.subList(0, Math.min(classes.size(), visibleClasses));
    }

    void add(ClassShape shape) {
        classes.add(shape);
    }

    /** Those that can be called at this time. */
    List<GenericFunction> genericFunctions() {
        return genericFunctions;
    }

    List<GenericClass> genericClasses() {
        return genericClasses;
    }

    /** Of the generic function or class that is being made: few, and to be chosen often. */
    List<ValueType> open() {
        return open;
    }

    /** Makes types known while something is made. */
    <T> T within(List<ValueType> types, Supplier<T> making) {
        List<ValueType> saved = open;
        open = types;
        try {
            return making.get();
        } finally {
            open = saved;
        }
    }

    /**
     * Hides a class and all later ones while something is made: constructors only make objects of earlier classes. What stands for
     * an abstract class is hidden together with it.
     */
    <T> T before(ClassShape shape, Supplier<T> making) {
        int saved = visibleClasses;
        int index = classes.indexOf(shape);
        visibleClasses = index > 0 && classes.get(index - 1).standIn().filter(s -> s == shape).isPresent() ? index - 1 : index;
        try {
            return making.get();
        } finally {
            visibleClasses = saved;
        }
    }

    List<EnumShape> enums() {
        return enums;
    }

    /** Those that can be called at this time: a function calls only earlier ones. */
    List<FunctionShape> functions() {
        return functions;
    }

    /** Elements of the arrays that operations may make longer; all other arrays are of the faster form. */
    Set<ValueType> growing() {
        return growing;
    }

    /** One that no other declaration has. */
    String name(String prefix) {
        return prefix + names++;
    }

    /** Makes a type known that is neither a class nor an enum. */
    void add(ValueType type) {
        types.add(new Announced(type, classes.size()));
    }

    /** Interfaces and unions. */
    List<ValueType> types() {
        return types.stream().filter(a -> a.classes() <= visibleClasses).map(Announced::type).toList();
    }

    /** Classes and interfaces. */
    List<Shape> shapes() {
        List<Shape> all = new ArrayList<>(classes());
        Stream.concat(open.stream(), types().stream()).filter(ValueType.ObjectOf.class::isInstance).forEach(t -> all.add(((ValueType.ObjectOf) t).shape()));
        return all;
    }

    /** Those with a property that fits. */
    List<Shape> shapesWithField(Predicate<Variable> fits) {
        return shapes().stream().filter(s -> s.fields().stream().anyMatch(fits)).toList();
    }

    List<Shape> shapesWithMethod(ValueType result) {
        return shapes().stream()
                .filter(s -> s.methods().stream().anyMatch(m -> m.result().equals(result)))
                .toList();
    }
}
