package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * Which classes have the members that interfaces ask for. A member fits if its value can be converted to what is asked for; what
 * is stored through an interface is converted back, or checked where that may fail.
 */
final class Shapes {
    private record Question(Type from, InterfaceType to) {}

    private final Round round;
    /** Questions that are being answered: interfaces may refer to themselves, and then the answer is yes if nothing else says no. */
    private final Set<Question> open = new HashSet<>();

    Shapes(Round round) {
        this.round = round;
    }

    /** Whether every instance of the type has the members. */
    boolean satisfies(Type from, InterfaceType to) {
        return missing(from, to).isEmpty();
    }

    /** The first member of the interface that values of the type do not have, in words; nothing if they have all. */
    Optional<String> missing(Type from, InterfaceType to) {
        if (!(from instanceof ClassType) && !(from instanceof InterfaceType)) {
            return Optional.of(from + " is not a class");
        }
        Question question = new Question(from, to);
        if (from.equals(to) || !open.add(question)) {
            return Optional.empty();
        }
        try {
            return round.interfaceOf(to).members().values().stream()
                    .map(m -> missing(from, m))
                    .flatMap(Optional::stream)
                    .findFirst();
        } finally {
            open.remove(question);
        }
    }

    /** Whether a value of the one type can be had as a value of the other without a check. */
    boolean fits(Type from, Type to) {
        return round.assignability().isAssignable(from, to);
    }

    private Optional<String> missing(Type from, ShapeMember member) {
        return switch (from) {
            case ClassType t -> missing(round.classOf(t), member);
            case InterfaceType t -> missing(round.interfaceOf(t), member);
            default -> throw new IllegalArgumentException(from.toString());
        };
    }

    private Optional<String> missing(InterfaceSymbol from, ShapeMember wanted) {
        Optional<ShapeMember> found = from.find(wanted.name());
        if (found.isEmpty()) {
            return wanted.isOptional() ? Optional.empty() : Optional.of(lacks(from.name(), wanted));
        }
        if (found.get().isMethod() && !wanted.isMethod()) {
            return Optional.of("\"" + wanted.name() + "\" is a method of " + from.name() + ", and no value");
        }
        return mismatch(from.name(), typeFor(found.get().generic(), found.get().type(), wanted), wanted);
    }

    /** The type that a method has if it is for the type parameters of the method that is wanted; {@code plain} if one of them has none. */
    private static Type typeFor(Optional<GenericMethod> found, Type plain, ShapeMember wanted) {
        Optional<List<Type>> parameters = wanted.generic().map(g -> g.parameters().placeholders());
        return found.filter(f -> parameters.filter(p -> p.size() == f.parameters().placeholders().size()).isPresent())
                .<Type>map(f -> f.typeFor(parameters.get()))
                .orElse(plain);
    }

    private Optional<String> missing(ClassSymbol from, ShapeMember wanted) {
        Optional<FieldSymbol> field = from.findField(wanted.name());
        if (field.isPresent()) {
            return field.get().node().modifiers().visibility() == Visibility.PUBLIC
                    ? mismatch(from.name(), round.globals().typeOf(field.get()), wanted)
                    : Optional.of("\"" + wanted.name() + "\" is not public in " + from.name());
        }
        Optional<GetSet> accessors = from.findAccessors(wanted.name());
        if (accessors.isPresent()) {
            return missing(from, accessors.get(), wanted);
        }
        Optional<FunctionSymbol> method = from.findMethod(wanted.name());
        if (method.isEmpty()) {
            return wanted.isOptional() ? Optional.empty() : Optional.of(lacks(from.name(), wanted));
        }
        if (!wanted.isMethod()) {
            return Optional.of("\"" + wanted.name() + "\" is a method of " + from.name() + ", and no value");
        }
        return method.get().modifiers().visibility() == Visibility.PUBLIC
                ? mismatch(from.name(), typeFor(genericMethod(method.get()), typeOf(method.get()), wanted), wanted)
                : Optional.of("\"" + wanted.name() + "\" is not public in " + from.name());
    }

    /** A getter stands for a readonly property, a getter and a setter for any. */
    private Optional<String> missing(ClassSymbol from, GetSet found, ShapeMember wanted) {
        boolean isPublic = Stream.concat(found.getter().stream(), found.setter().stream())
                .allMatch(f -> f.modifiers().visibility() == Visibility.PUBLIC);
        if (!isPublic) {
            return Optional.of("\"" + wanted.name() + "\" is not public in " + from.name());
        }
        if (found.getter().isEmpty() || found.setter().isEmpty() && !wanted.isReadonly()) {
            return Optional.of("\"" + wanted.name() + "\" of " + from.name() + " has no "
                    + (found.getter().isEmpty() ? "getter" : "setter"));
        }
        return mismatch(from.name(), round.results().resultOf(found.getter().get()), wanted);
    }

    private FunctionType typeOf(FunctionSymbol method) {
        return method.typeWith(round.results().resultOf(method));
    }

    /** The method as one of an interface, if it is generic. */
    private Optional<GenericMethod> genericMethod(FunctionSymbol method) {
        return method.generic().map(g -> new GenericMethod(g, arguments -> round.onTrial(() -> round.instances()
                .function(method, arguments, method.declaration().span())
                .map(this::typeOf)
                .orElseGet(() -> typeOf(method)))));
    }

    private static String lacks(String owner, ShapeMember wanted) {
        return owner + " has no \"" + wanted.name() + "\"";
    }

    private Optional<String> mismatch(String owner, Type found, ShapeMember wanted) {
        boolean fits = wanted.isMethod() && found instanceof FunctionType f
                ? isCallable(f, wanted.signature())
                : fits(found, wanted.type());
        return fits
                ? Optional.empty()
                : Optional.of("\"" + wanted.name() + "\" of " + owner + " is " + found + ", not " + wanted.type());
    }

    /** Whether a function can be called as one of the other type: it may take fewer arguments, or further optional ones, and give a value nobody wants. */
    private boolean isCallable(FunctionType found, FunctionType wanted) {
        return new Adaptation(wanted, found).isPossible(this::fits)
                && (wanted.result() == PrimitiveType.VOID || fits(found.result(), wanted.result()));
    }

    /** The classes with the members that the interface asks for, without those whose superclass has them too. */
    List<ClassSymbol> classesOf(InterfaceType type) {
        List<ClassSymbol> result = new ArrayList<>();
        for (ClassSymbol symbol : List.copyOf(round.classes().values())) {
            if (round.instances().isOpen(symbol.type())) {
                continue;
            }
            boolean isTopmost = symbol.superclass().filter(s -> satisfies(s.type(), type)).isEmpty();
            if (isTopmost && satisfies(symbol.type(), type)) {
                result.add(symbol);
            }
        }
        return result;
    }

    /** The interface of the members that all types of the union have; nothing unless all are classes or interfaces. */
    Optional<InterfaceType> common(UnionType union) {
        List<Type> types = Unions.membersOf(union);
        if (!types.stream().allMatch(t -> t instanceof ClassType || t instanceof InterfaceType)) {
            return Optional.empty();
        }
        InterfaceType type = new InterfaceType("(common) " + QualifiedName.of(union), union.toString());
        if (!round.interfaces().containsKey(type)) {
            InterfaceSymbol first = symbolFor(types.getFirst());
            InterfaceSymbol symbol =
                    new InterfaceSymbol(type, first.module(), first.span(), List.of(), List.of());
            symbol.setResolved();
            round.interfaces().put(type, symbol);
            for (ShapeMember member : first.members().values()) {
                common(member, types).ifPresent(m -> symbol.members().put(m.name(), m));
            }
        }
        return Optional.of(type);
    }

    private Optional<ShapeMember> common(ShapeMember first, List<Type> types) {
        List<Type> found = new ArrayList<>();
        Set<Object> literals = new HashSet<>();
        boolean listed = true;
        boolean isMethod = false;
        boolean isReadonly = false;
        for (Type type : types) {
            Optional<ShapeMember> member = symbolFor(type).find(first.name());
            if (member.isEmpty()) {
                return Optional.empty();
            }
            found.add(member.get().type());
            literals.addAll(member.get().literals());
            listed &= !member.get().literals().isEmpty();
            isMethod |= member.get().isMethod();
            isReadonly |= member.get().isReadonly() || !member.get().type().equals(first.type());
        }
        Type type = isMethod && !found.stream().allMatch(first.type()::equals) ? PrimitiveType.NEVER : Unions.of(found);
        return Assignability.isUnknown(type)
                ? Optional.empty()
                : Optional.of(new ShapeMember(
                        first.declaration(), first.generic(), type, listed ? literals : Set.of(), isMethod, isReadonly, false));
    }

    /** The members of a type: of a class those that everybody may use. */
    private InterfaceSymbol symbolFor(Type type) {
        if (type instanceof InterfaceType t) {
            return round.interfaceOf(t);
        }
        ClassSymbol owner = round.classOf((ClassType) type);
        InterfaceSymbol symbol = new InterfaceSymbol(
                new InterfaceType(owner.type().module(), owner.name()), owner.module(), owner.node().span(), List.of(), List.of());
        symbol.setResolved();
        for (Optional<ClassSymbol> c = Optional.of(owner); c.isPresent(); c = c.get().superclass()) {
            for (FieldSymbol field : c.get().fields().values()) {
                if (field.node().modifiers().visibility() == Visibility.PUBLIC) {
                    symbol.members().putIfAbsent(field.name(), new ShapeMember(
                            field.declaration(), Optional.empty(), round.globals().typeOf(field), Set.of(), false, field.isReadonly(), false));
                }
            }
            for (FunctionSymbol method : c.get().methods().values()) {
                if (method.modifiers().visibility() == Visibility.PUBLIC) {
                    symbol.members().putIfAbsent(method.name(), new ShapeMember(
                            method.declaration(), genericMethod(method), typeOf(method), Set.of(), true, true, false));
                }
            }
        }
        return symbol;
    }

    /** Whether an object may turn out to be of none of the classes that its static type promises. */
    boolean mayBreakPromises() {
        // A property that tells the types of a union apart is believed when it is read; nothing keeps a program from storing another value in it.
        return round.interfaces().values().stream()
                .flatMap(i -> i.members().values().stream())
                .anyMatch(m -> !m.literals().isEmpty());
    }

    /** The members of an interface by name. */
    Map<String, ShapeMember> membersOf(InterfaceType type) {
        return round.interfaceOf(type).members();
    }
}
