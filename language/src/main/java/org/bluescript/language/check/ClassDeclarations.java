package org.bluescript.language.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.ClassMember.Accessor;
import org.bluescript.language.ast.ClassMember.Constructor;
import org.bluescript.language.ast.ClassMember.Method;
import org.bluescript.language.ast.ClassMember.Modifiers;
import org.bluescript.language.ast.ClassMember.Property;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Makes the members of classes known. */
final class ClassDeclarations {
    private final Round round;

    ClassDeclarations(Round round) {
        this.round = round;
    }

    /** The function that makes instances of a class, whether it was written or not. */
    static FunctionId constructorOf(ClassSymbol symbol) {
        return new FunctionId(symbol.type().module(), idOf(symbol) + ".constructor");
    }

    /** The class in the names of its functions. */
    private static String idOf(ClassSymbol symbol) {
        return symbol.type().name() + QualifiedName.list(symbol.type().arguments());
    }

    /** Declares the static members of a generic class, which its instances share. */
    void declareStatics(GenericClass generic) {
        ClassSymbol symbol = generic.statics();
        for (ClassMember member : generic.node().members()) {
            boolean isNew = member.modifiers().isStatic()
                    && !symbol.statics().containsKey(member.name().text());
            switch (member) {
                case Property m when isNew -> declareStatic(symbol, m);
                case Method m when isNew -> declareMethod(symbol, m);
                case Accessor m when m.modifiers().isStatic() -> declareMethod(symbol, asMethod(m));
                default -> {}
            }
        }
    }

    void declare(ClassSymbol symbol) {
        Set<String> ofInstances = new HashSet<>();
        Set<String> ofClass = new HashSet<>();
        for (ClassMember member : symbol.node().members()) {
            Set<String> names = member.modifiers().isStatic() ? ofClass : ofInstances;
            if (!isNew(member, names)) {
                round.error(member.name().span(), "\"" + member.name() + "\" is already declared in this class");
                continue;
            }
            switch (member) {
                case ClassMember m when m.modifiers().isStatic() && symbol.generic().isPresent() -> {}
                case Property m when m.modifiers().isStatic() -> declareStatic(symbol, m);
                case Property m -> declareField(symbol, m);
                case Method m -> declareMethod(symbol, m);
                case Accessor m -> {
                    round.knowledge().noteAccessor(m.name().text());
                    declareMethod(symbol, asMethod(m));
                }
                case Constructor m -> {
                    declareProperties(symbol, m, ofInstances);
                    FunctionSymbol function =
                            function(symbol, m.name(), m.function(), m.modifiers(), constructorOf(symbol));
                    symbol.setConstructor(function);
                }
            }
        }
    }

    /** Whether nothing else has the name of the member; a getter and a setter share theirs. */
    private static boolean isNew(ClassMember member, Set<String> names) {
        String name = member.name().text();
        return switch (member) {
            case Constructor m -> names.add("(constructor)");
            case Accessor m -> !names.contains(name) && names.add(asMethod(m).name().text());
            case Method m -> isFree(name, names) && names.add(name);
            case Property m -> isFree(name, names) && names.add(name);
        };
    }

    private static boolean isFree(String name, Set<String> names) {
        return !names.contains(GetSet.getter(name)) && !names.contains(GetSet.setter(name));
    }

    /** A getter or setter as the method that it is. */
    private static Method asMethod(Accessor member) {
        String name = member.name().text();
        Name hidden = new Name(member.name().span(), member.isGetter() ? GetSet.getter(name) : GetSet.setter(name));
        return new Method(member.span(), member.modifiers(), hidden, member.function());
    }

    /** The properties that are declared among the parameters of the constructor. */
    private void declareProperties(ClassSymbol symbol, Constructor constructor, Set<String> names) {
        for (Parameter parameter : constructor.function().parameters()) {
            if (parameter.property().isEmpty()) {
                continue;
            }
            Name name = parameter.name();
            if (!isFree(name.text(), names) || !names.add(name.text())) {
                round.error(name.span(), "\"" + name + "\" is already declared in this class");
                continue;
            }
            Property property = new Property(
                    parameter.span(), parameter.property().get(), name, parameter.type(), Optional.empty());
            FieldSymbol field = new FieldSymbol(symbol, property);
            symbol.fields().put(field.name(), field);
            TypeResolver resolver = new TypeResolver(round, symbol.module(), symbol.around());
            Optional<Type> type = parameter.type()
                    .map(resolver::resolve)
                    .map(t -> isMaybeNull(parameter) ? TypeResolver.orNull(t) : t)
                    .or(() -> parameter.defaultValue().flatMap(Signatures::ofLiteral));
            field.setType(type.orElse(PrimitiveType.ANY));
        }
    }

    private static boolean isMaybeNull(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.OPTIONAL && parameter.defaultValue().isEmpty();
    }

    private void declareField(ClassSymbol symbol, Property member) {
        FieldSymbol field = new FieldSymbol(symbol, member);
        symbol.fields().put(field.name(), field);
        if (member.type().isPresent()) {
            field.setType(new TypeResolver(round, symbol.module(), symbol.around())
                    .resolve(member.type().get()));
        } else if (member.initializer().isEmpty()) {
            field.setType(PrimitiveType.ANY);
        }
    }

    private void declareStatic(ClassSymbol symbol, Property member) {
        GlobalDeclaration declaration = new GlobalDeclaration(
                symbol.module(),
                symbol.name() + "." + member.name(),
                member.type(),
                member.initializer(),
                Optional.of(symbol));
        VariableSymbol variable =
                VariableSymbol.global(member.name(), member.modifiers().isReadonly(), declaration);
        variable.setProperty(new StaticProperty(symbol, member.modifiers()));
        round.settled().bind(variable);
        symbol.statics().put(variable.name(), variable);
        symbol.module().globals().add(variable);
        if (member.initializer().isEmpty()) {
            round.error(
                    member.name().span(), "the static property \"" + member.name() + "\" needs an initial value");
            round.globals().bind(variable, PrimitiveType.NEVER);
        }
    }

    private void declareMethod(ClassSymbol symbol, Method member) {
        boolean isStatic = member.modifiers().isStatic();
        String prefix = idOf(symbol) + (isStatic ? ".static." : ".");
        FunctionSymbol function = function(
                symbol,
                member.name(),
                member.function(),
                member.modifiers(),
                new FunctionId(symbol.type().module(), prefix + member.name()));
        if (isStatic) {
            symbol.statics().put(function.name(), function);
        } else {
            symbol.methods().put(function.name(), function);
        }
    }

    private FunctionSymbol function(
            ClassSymbol symbol, Name name, FunctionNode node, Modifiers modifiers, FunctionId id) {
        FunctionSymbol function = new FunctionSymbol(name, node, symbol.module(), id, Optional.of(symbol), modifiers);
        ModuleDeclarations.resolveSignature(round, function);
        return function;
    }
}
