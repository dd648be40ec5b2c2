package org.bluescript.language.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/**
 * What the rounds of a check have found out that is needed earlier in the text than it shows: whether a variable is captured or
 * assigned further down, the result type of a recursive function, the element type of an array that starts as {@code []}.
 * Types are known for each instance of a generic text by itself, given by the type arguments that the text sees; facts for all.
 * A round that relied on something that later turned out otherwise is outdated and followed by another one. Everything
 * known only grows, so that the rounds come to an end.
 */
final class Knowledge {
    /** What may be known of a variable. */
    enum Fact {
        /** A closure uses it. */
        CAPTURED,
        /** A closure that is made before its declaration has run uses it. */
        CAPTURED_EARLY,
        /** It is written after its declaration. */
        ASSIGNED,
        /** A function other than its own writes it; for a global, any function but the top level. */
        ASSIGNED_ELSEWHERE
    }

    private record Key(Name variable, Fact fact) {}

    private final Set<Key> facts = new HashSet<>();
    /** A declaration, where the type parameters that it sees have this meaning. */
    private record Instance(Name variable, List<Type> typeArguments) {}

    private final Map<Instance, Type> elements = new HashMap<>();
    private final Map<FunctionNode, Map<List<Type>, Type>> results = new IdentityHashMap<>();
    private final Map<Instance, Type> types = new HashMap<>();
    private final Map<ClassType, ShapeClasses.Recipe> shapes = new HashMap<>();
    private final Set<String> accessors = new HashSet<>();
    private final Map<Name, Set<Name>> captured = new HashMap<>();
    private final Set<Name> relied = new HashSet<>();
    private final Set<Key> missedFacts = new HashSet<>();
    private final Set<Instance> missedElements = new HashSet<>();
    private final Map<FunctionNode, Map<List<Type>, Optional<Type>>> usedResults = new IdentityHashMap<>();
    private final Map<Expression, Map<Integer, Expression>> wrapped = new IdentityHashMap<>();
    private boolean outdated;
    private boolean settled;

    /** Begins a round. */
    void beginRound() {
        missedFacts.clear();
        relied.clear();
        missedElements.clear();
        usedResults.clear();
        outdated = false;
    }

    /** Nobody says what the remaining empty arrays hold: from now on they may hold anything. False if that was so before. */
    boolean settleEmptyArrays() {
        boolean isNews = !settled;
        settled = true;
        return isNews;
    }

    /** Whether an empty array of which nothing is known may hold anything. */
    boolean isSettled() {
        return settled;
    }

    /** Whether this round relied on something that it later learned to be otherwise. */
    boolean isOutdated() {
        return outdated;
    }

    /** Something was done for want of knowledge that is there now. */
    void requireAnotherRound() {
        outdated = true;
    }

    /** The classes of object literals that any round has met. */
    Map<ClassType, ShapeClasses.Recipe> shapes() {
        return shapes;
    }

    /** What stands for the name of a function of so many parameters: the same in all rounds, as all nodes of the tree are. */
    Expression wrapped(Expression name, int parameters, Supplier<Expression> made) {
        return wrapped.computeIfAbsent(name, n -> new HashMap<>()).computeIfAbsent(parameters, n -> made.get());
    }

    boolean knows(Name variable, Fact fact) {
        Key key = new Key(variable, fact);
        boolean known = facts.contains(key);
        if (!known) {
            missedFacts.add(key);
        }
        return known;
    }

    void learn(Name variable, Fact fact) {
        Key key = new Key(variable, fact);
        outdated |= facts.add(key) && missedFacts.contains(key);
    }

    /** Some class has a getter or setter of this name. */
    void noteAccessor(String name) {
        accessors.add(name);
    }

    /** Whether reading or assigning a property of this name may call a function. */
    boolean isAccessor(String name) {
        return accessors.contains(name);
    }

    /** The variables that the function declared under this name in a block captures. */
    Set<Name> capturedBy(Name function) {
        relied.add(function);
        return Set.copyOf(captured.getOrDefault(function, Set.of()));
    }

    /** Whether that is news. */
    boolean learnCapture(Name function, Name variable) {
        boolean isNew = captured.computeIfAbsent(function, f -> new HashSet<>()).add(variable);
        outdated |= isNew && relied.contains(function);
        return isNew;
    }

    /** The element type of the variable or property that starts as {@code []}. */
    Optional<Type> elementOf(Name variable, List<Type> instance) {
        Instance key = new Instance(variable, instance);
        Optional<Type> known = Optional.ofNullable(elements.get(key));
        if (known.isEmpty()) {
            missedElements.add(key);
        }
        return known;
    }

    /** The first use decides; later ones say nothing new. */
    void learnElement(Name variable, List<Type> instance, Type element) {
        Instance key = new Instance(variable, instance);
        outdated |= elements.putIfAbsent(key, element) == null && missedElements.contains(key);
    }

    /** The type of a variable that a closure uses before its declaration, according to an earlier round. */
    Optional<Type> typeOf(Name variable, List<Type> instance) {
        return Optional.ofNullable(types.get(new Instance(variable, instance)));
    }

    /** Such a variable turned out to have this type. */
    void learnType(Name variable, List<Type> instance, Type type) {
        outdated |= types.putIfAbsent(new Instance(variable, instance), type) == null;
    }

    /** What the function gives according to an earlier round. */
    Optional<Type> resultOf(FunctionNode function, List<Type> instance) {
        Optional<Type> known = expectedResultOf(function, instance);
        usedResults.computeIfAbsent(function, f -> new HashMap<>()).put(instance, known);
        return known;
    }

    /** As {@link #resultOf}, for a reader that finds out itself whether it was misled. */
    Optional<Type> expectedResultOf(FunctionNode function, List<Type> instance) {
        return Optional.ofNullable(results.getOrDefault(function, Map.of()).get(instance));
    }

    /** {@code result} must not be narrower than what was learned before. */
    void learnResult(FunctionNode function, List<Type> instance, Type result) {
        results.computeIfAbsent(function, f -> new HashMap<>()).put(instance, result);
        Optional<Type> used = usedResults.getOrDefault(function, Map.of()).get(instance);
        outdated |= used != null && !used.equals(Optional.of(result));
    }
}
