package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Statement.ClassDeclaration;
import org.bluescript.language.ast.TypeParameter;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The type parameters of a generic function or class. Each has a <em>placeholder</em>: a class of its own without members, or a
 * subclass of the class that constrains it. Types written with placeholders are the patterns from which type arguments are
 * inferred; and a body that is right for the placeholders is right for (nearly) all arguments.
 */
final class Generic {
    private final Round round;
    private final ModuleScope module;
    private final Scope around;
    private final List<TypeParameter> parameters;
    private final List<ClassSymbol> placeholders = new ArrayList<>();
    private List<Optional<Type>> constraints;
    private boolean isBroken;

    /** Of a function or method; for all instances of its class, the placeholders are the same. */
    Generic(Round round, FunctionSymbol function) {
        this(
                round,
                function.module(),
                function.around(),
                function.surroundings().isPresent()
                        ? function.id().name()
                        : function.owner().map(o -> o.type().name() + ".").orElse("") + function.name(),
                function.node().typeParameters());
    }

    /** {@code name} is the qualified name of what is generic; {@code around} is the scope in which that stands. */
    Generic(Round round, ModuleScope module, Scope around, String name, List<TypeParameter> parameters) {
        this.round = round;
        this.module = module;
        this.around = around;
        this.parameters = parameters;
        for (TypeParameter parameter : parameters) {
            ClassDeclaration node = new ClassDeclaration(
                    parameter.span(), parameter.name(), List.of(), Optional.empty(), List.of(), false);
            ClassType type = new ClassType(module.path() + ":" + name, parameter.name().text());
            placeholders.add(round.classes()
                    .computeIfAbsent(type, t -> ClassSymbol.placeholder(node, module, around, type)));
        }
    }

    /** The text has mistakes, so that those of instances are nothing new. */
    void noteBroken() {
        isBroken = true;
    }

    boolean isBroken() {
        return isBroken;
    }

    List<TypeParameter> parameters() {
        return parameters;
    }

    List<Type> placeholders() {
        return placeholders.stream().<Type>map(ClassSymbol::type).toList();
    }

    /** The scope in which each type parameter means the type argument. */
    Scope scopeWith(List<Type> arguments) {
        Scope scope = Scope.in(around);
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).name().text();
            scope.declare(name, new TypeSymbol(name, arguments.get(i), "type parameter"));
        }
        return scope;
    }

    /** What each argument must be assignable to, in terms of the placeholders. The names around must be known. */
    List<Optional<Type>> constraints() {
        if (constraints == null) {
            constraints = List.of();
            TypeResolver types = new TypeResolver(round, module, scopeWith(placeholders()));
            List<Optional<Type>> found = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Optional<Type> constraint = parameters.get(i).constraint().map(types::resolve);
                found.add(constraint.filter(t -> !Assignability.isUnknown(t)));
                if (constraint.orElse(PrimitiveType.NEVER) instanceof ClassType type) {
                    inherit(placeholders.get(i), round.classOf(type));
                }
            }
            constraints = found;
            reportDuplicates();
        }
        return constraints;
    }

    /** The type that the parameter has if it is left out and those before it are {@code before}. */
    Optional<Type> fallback(int index, List<Type> before) {
        return parameters.get(index).fallback().map(node -> {
            List<Type> known = new ArrayList<>(before);
            known.addAll(placeholders().subList(before.size(), parameters.size()));
            return new TypeResolver(round, module, scopeWith(known)).resolveResult(node);
        });
    }

    private void reportDuplicates() {
        for (int i = 1; i < parameters.size(); i++) {
            String name = parameters.get(i).name().text();
            if (parameters.subList(0, i).stream().anyMatch(p -> p.name().text().equals(name))) {
                round.error(parameters.get(i).span(), "\"" + name + "\" is already declared here");
            }
        }
    }

    private static void inherit(ClassSymbol placeholder, ClassSymbol constraint) {
        if (!constraint.inheritsFrom(placeholder)) {
            placeholder.setSuperclass(constraint);
        }
    }

    /** Whether a type parameter is bounded by an interface that mentions one: then no type stands for all arguments. */
    boolean isBoundedByItself() {
        return constraints().stream()
                .flatMap(Optional::stream)
                .anyMatch(c -> !(c instanceof ClassType) && round.instances().isOpen(c));
    }

    /** The types for which the body is checked where it stands: placeholders, or constraints that are no classes. */
    List<Type> representatives() {
        List<Type> result = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Type constraint = i < constraints().size()
                    ? constraints().get(i).orElse(PrimitiveType.NEVER)
                    : PrimitiveType.NEVER;
            boolean stands = Assignability.isUnknown(constraint) || constraint instanceof ClassType;
            result.add(stands ? placeholders.get(i).type() : constraint);
        }
        return result;
    }
}
