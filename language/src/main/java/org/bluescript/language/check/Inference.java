package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * Finds the type arguments of one call: compares the patterns of parameters with the types of arguments, and the pattern of the
 * result with the type that is wanted. What the arguments say counts for more; but where the type argument is only a part of
 * the result's type, as in {@code Box<T>}, a wider one that is wanted is taken, since a {@code Box<integer>} is no {@code Box<float>}.
 */
final class Inference {
    private final Round round;
    private final Generic generic;
    private final Map<Type, Type> found = new HashMap<>();
    private final Map<Type, Type> wanted = new HashMap<>();
    private final Set<Type> wantedAsPart = new HashSet<>();
    private final Set<Type> orNull = new HashSet<>();
    private final Set<Type> fixed = new HashSet<>();
    private final Set<Type> seen = new HashSet<>();
    private boolean sawUnknown;

    Inference(Round round, Generic generic) {
        this.round = round;
        this.generic = generic;
    }

    /** The type argument was written; what the arguments say does not count. */
    void fix(Type placeholder, Type type) {
        found.put(placeholder, type);
        fixed.add(placeholder);
    }

    /** An argument for a parameter of type {@code pattern} has the type {@code given}. */
    void observe(Type pattern, Type given) {
        sawUnknown |= Assignability.isUnknown(given);
        match(pattern, given);
    }

    private void match(Type pattern, Type given) {
        if (Assignability.isUnknown(given) || given == PrimitiveType.VOID) {
            return;
        }
        if (fixed.contains(pattern)) {
            return;
        }
        if (generic.placeholders().contains(pattern)) {
            note(pattern, given);
            return;
        }
        switch (pattern) {
            case ArrayType p when given instanceof ArrayType g -> match(p.element(), g.element());
            case NullableType p -> match(p.of(), Assignability.withoutNull(given));
            case FunctionType p when given instanceof FunctionType g -> {
                for (int i = 0; i < Math.min(p.parameters().size(), g.parameters().size()); i++) {
                    match(p.parameters().get(i), g.parameters().get(i));
                }
                match(p.result(), g.result());
            }
            case ClassType p when given instanceof ClassType g -> ancestor(g, p).ifPresent(a -> {
                for (int i = 0; i < p.arguments().size(); i++) {
                    match(p.arguments().get(i), a.arguments().get(i));
                }
            });
            case UnionType p when given instanceof UnionType g && isSameGeneric(p, g) ->
                matchAll(p.arguments(), g.arguments());
            case UnionType p -> matchUnion(p, given);
            case InterfaceType p when given instanceof InterfaceType g && isSameGeneric(p, g) ->
                matchAll(p.arguments(), g.arguments());
            case InterfaceType p -> matchMembers(p, given);
            default -> {}
        }
    }

    /** What the closed members of the union do not hold must be what its open ones stand for. */
    private void matchUnion(UnionType pattern, Type given) {
        if (pattern.isRecursive() && !seen.add(pattern)) {
            return;
        }
        List<Type> open = pattern.members().stream().filter(round.instances()::isOpen).toList();
        for (Type member : Unions.membersOf(given)) {
            boolean isKnown = pattern.members().stream()
                    .anyMatch(m -> !open.contains(m) && round.assignability().isAssignable(member, m));
            if (!isKnown) {
                open.forEach(m -> match(m, member));
            }
        }
        seen.remove(pattern);
    }

    private void matchAll(List<Type> patterns, List<Type> given) {
        for (int i = 0; i < patterns.size(); i++) {
            match(patterns.get(i), given.get(i));
        }
    }

    private static boolean isSameGeneric(UnionType a, UnionType b) {
        return !a.arguments().isEmpty() && a.qualifiedName().equals(b.qualifiedName());
    }

    private static boolean isSameGeneric(InterfaceType a, InterfaceType b) {
        return !a.arguments().isEmpty() && a.module().equals(b.module()) && a.name().equals(b.name());
    }

    private void matchMembers(InterfaceType pattern, Type given) {
        if (!seen.add(pattern)) {
            return;
        }
        for (ShapeMember member : round.interfaceOf(pattern).members().values()) {
            memberOf(given, member.name()).ifPresent(t -> match(member.type(), t));
        }
        seen.remove(pattern);
    }

    private Optional<Type> memberOf(Type type, String name) {
        return switch (type) {
            case InterfaceType t -> round.interfaceOf(t).find(name).map(ShapeMember::type);
            case ClassType t -> {
                ClassSymbol symbol = round.classOf(t);
                Optional<FieldSymbol> field = symbol.findField(name);
                yield field.isPresent()
                        ? field.map(round.globals()::typeOf)
                        : symbol.findMethod(name)
                                .filter(m -> m.generic().isEmpty())
                                .map(m -> m.typeWith(round.results().resultOf(m)));
            }
            default -> Optional.empty();
        };
    }

    private void note(Type placeholder, Type given) {
        if (given == PrimitiveType.NULL) {
            orNull.add(placeholder);
        } else {
            found.merge(placeholder, given, (a, b) -> round.assignability().join(a, b).orElse(a));
        }
    }

    /** The class or superclass of {@code type} that is an instance of the same generic class as {@code pattern}. */
    private Optional<ClassType> ancestor(ClassType type, ClassType pattern) {
        Optional<ClassSymbol> candidate = Optional.ofNullable(round.classOf(type));
        while (candidate.isPresent()) {
            ClassType t = candidate.get().type();
            if (t.module().equals(pattern.module()) && t.name().equals(pattern.name())
                    && t.arguments().size() == pattern.arguments().size()) {
                return Optional.of(t);
            }
            candidate = candidate.get().superclass();
        }
        return Optional.empty();
    }

    /** The result, of type {@code pattern}, would best have the type {@code type}. */
    void expect(Type pattern, Type type) {
        if (Assignability.isUnknown(type)) {
            return;
        }
        Inference other = new Inference(round, generic);
        other.match(Assignability.withoutNull(pattern), Assignability.withoutNull(type));
        wanted.putAll(other.found);
        boolean isPart = !generic.placeholders().contains(Assignability.withoutNull(pattern));
        if (isPart) {
            wantedAsPart.addAll(other.found.keySet());
        }
    }

    /** What an argument should be for a parameter of type {@code pattern}, as far as that is known. */
    Type expectedFor(Type pattern, Span use) {
        Map<Type, Type> known = new HashMap<>(wanted);
        found.forEach((p, t) -> known.put(p, choose(p).orElse(t)));
        return round.instances().substitute(pattern, known, use);
    }

    /** The pattern with what is known of it, as messages show it. */
    Type shown(Type pattern, Span use) {
        Map<Type, Type> known = new HashMap<>();
        generic.placeholders().forEach(p -> known.put(p, choose(p).orElse(p)));
        return round.instances().substitute(pattern, known, use);
    }

    private Optional<Type> choose(Type placeholder) {
        Type own = found.get(placeholder);
        Type other = wanted.get(placeholder);
        if (own == null) {
            return Optional.ofNullable(other);
        }
        boolean takeWanted = other != null
                && wantedAsPart.contains(placeholder)
                && round.assignability().isAssignable(own, other);
        Type chosen = takeWanted ? other : own;
        boolean addNull = orNull.contains(placeholder) && chosen.isReference() && !Assignability.isNullable(chosen);
        return Optional.of(addNull ? new NullableType(chosen) : chosen);
    }

    /** The type arguments; nothing, with a message, if one cannot be found. {@code name} is what is called. */
    Optional<List<Type>> conclude(String name, Span span) {
        List<Type> result = new ArrayList<>();
        for (int i = 0; i < generic.parameters().size(); i++) {
            Type placeholder = generic.placeholders().get(i);
            Optional<Type> chosen = choose(placeholder);
            if (chosen.isEmpty()) {
                chosen = generic.fallback(i, result).or(() -> constraintOf(placeholder));
            }
            if (chosen.isEmpty()) {
                report(generic.parameters().get(i).name().text(), name, span);
                return Optional.empty();
            }
            result.add(chosen.get());
        }
        return new TypeArguments(round).checkConstraints(generic, name, result, span)
                ? Optional.of(result)
                : Optional.empty();
    }

    private Optional<Type> constraintOf(Type placeholder) {
        int index = generic.placeholders().indexOf(placeholder);
        return generic.constraints().get(index).filter(c -> !round.instances().isOpen(c));
    }

    private void report(String parameter, String name, Span span) {
        String message = "the type argument " + parameter + " of \"" + name + "\" cannot be found out";
        String help = "write it: " + name + "<…>(…)";
        if (sawUnknown) {
            // Of a mistake that has been reported, or of what depends on the type argument itself.
            round.errorIfAlone(span, message, help);
        } else {
            round.error(span, message, help);
        }
    }
}
