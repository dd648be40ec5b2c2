package org.bluescript.language.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.ast.Name;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.LibraryMethod;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;

/**
 * What earlier checks of a session have found out, which later ones take as it is: declarations are made known anew in each
 * round, since symbols belong to a round, but bodies and initialisers are not looked at again. Something is known only for
 * the very text that was checked; what has been declared anew under the same name is not.
 */
final class Settled {
    static final Settled NOTHING = new Settled(ChangeLog.NONE);

    final Map<FunctionId, TypedFunction> functions;
    final Map<ClassType, TypedClass> classes;
    final Map<InterfaceType, InterfaceSymbol> interfaces;
    final Map<InterfaceType, List<ClassType>> implementers;
    final Map<FunctionType, FunctionId> adapters;
    final Map<ClassType, ShapeClasses.Recipe> shapes;
    final Map<FunctionId, Accessors.Accessor> accessors;
    final Set<String> presences;
    final Set<String> namedAtRunTime;
    final Set<LibraryMethod> library;
    /** Instances of generic classes whose text is not settled any more. */
    private final Set<ClassType> unsettled = new LinkedHashSet<>();
    private final Map<Name, Global> globals;
    private final Map<Name, TypedExpression> literals;

    Settled(ChangeLog log) {
        functions = log.map();
        classes = log.map();
        interfaces = log.map();
        implementers = log.map();
        adapters = log.map();
        shapes = log.map();
        accessors = log.map();
        presences = log.set();
        namedAtRunTime = log.set();
        library = log.set();
        globals = log.map();
        literals = log.map();
    }

    /** The same without the functions and classes whose text stands in some files. */
    Settled without(Predicate<SourceFile> files) {
        Settled result = new Settled(ChangeLog.NONE);
        functions.forEach((id, f) -> {
            if (!files.test(f.span().file())) {
                result.functions.put(id, f);
            }
        });
        classes.forEach((type, c) -> {
            if (!files.test(c.span().file())) {
                result.classes.put(type, c);
            } else if (!type.arguments().isEmpty()) {
                result.unsettled.add(type);
            }
        });
        result.interfaces.putAll(interfaces);
        result.implementers.putAll(implementers);
        result.shapes.putAll(shapes);
        result.namedAtRunTime.addAll(namedAtRunTime);
        result.library.addAll(library);
        result.globals.putAll(globals);
        result.literals.putAll(literals);
        return result;
    }

    /** The instances of generic classes that there are, whether their text is settled or not. */
    Set<ClassType> instances() {
        Set<ClassType> result = new LinkedHashSet<>(unsettled);
        classes.keySet().stream().filter(t -> !t.arguments().isEmpty()).forEach(result::add);
        return result;
    }

    /** Whether there is such an instance of a generic class. */
    boolean hasInstance(ClassType type) {
        return !type.arguments().isEmpty() && (classes.containsKey(type) || unsettled.contains(type));
    }

    /** Remembers the variable that a declaration became. */
    void learn(VariableSymbol symbol) {
        if (symbol.variable() instanceof Global global && symbol.declaration().isPresent()) {
            globals.put(symbol.declaration().get(), global);
            symbol.literal().ifPresent(l -> literals.put(symbol.declaration().get(), l));
        }
    }

    /** What a declaration became. */
    Optional<Global> variable(Name declaration) {
        return Optional.ofNullable(globals.get(declaration));
    }

    /** What all declarations became that are known. */
    Collection<Global> variables() {
        return globals.values();
    }

    void forget(Name variable) {
        globals.remove(variable);
        literals.remove(variable);
    }

    /** Gives a variable its type and its value, if its declaration has run. */
    void bind(VariableSymbol symbol) {
        Global known = symbol.declaration().map(globals::get).orElse(null);
        if (known != null) {
            symbol.declare(known);
            Optional.ofNullable(literals.get(symbol.declaration().get())).ifPresent(symbol::setLiteral);
        }
    }

    /** Whether the declaration of the variable has run. */
    boolean knows(VariableSymbol symbol) {
        return symbol.declaration().filter(globals::containsKey).isPresent();
    }

    /** What the function gives, if its body has been checked. */
    Optional<Type> resultOf(FunctionSymbol function) {
        TypedFunction known = functions.get(function.id());
        return known != null && known.span().equals(function.node().span()) ? Optional.of(known.result()) : Optional.empty();
    }

    /** The type of the property, if its class has been checked. */
    Optional<Type> typeOf(FieldSymbol field) {
        return Optional.ofNullable(classes.get(field.owner().type()))
                .filter(c -> c.span().equals(field.owner().node().span()))
                .flatMap(c -> c.fields().stream().filter(f -> f.name().equals(field.name())).findFirst())
                .map(f -> f.type());
    }

    /** The class, if this very text of it has been checked: those of the library are when somebody makes an object of them. */
    Optional<TypedClass> known(ClassSymbol symbol) {
        return Optional.ofNullable(classes.get(symbol.type()))
                .filter(c -> c.span().equals(symbol.node().span()) && functions.containsKey(c.constructor()));
    }
}
