package org.bluescript.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.modules.BuiltInModules;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The part of the built-in library that is written in BlueScript. A method {@code m} of arrays is the function {@code m} of the
 * module {@code arrays}, whose first parameter is the receiver; one of strings is in {@code strings}; built-in classes are in
 * {@code collections}; what methods of arrays are for values of type {@code any}, if it differs, in {@code words}. A module is read when a program first uses something of it; what is not used is not checked.
 */
final class Prelude {
    private static final Set<String> OF_ARRAYS = Set.of(
            "slice", "splice", "concat", "indexOf", "lastIndexOf", "includes", "join", "reverse", "fill", "map", "filter",
            "forEach", "reduce", "some", "every", "find", "findIndex", "sort", "at", "flat", "flatMap");
    private static final Set<String> OF_STRINGS = Set.of(
            "slice", "indexOf", "lastIndexOf", "includes", "split", "trim", "trimStart", "trimEnd", "toUpperCase",
            "toLowerCase", "repeat", "padStart", "padEnd", "replace", "replaceAll", "at",
            "charAt", "codePointAt", "localeCompare");
    private static final Set<String> CLASSES = Set.of("Map", "Set");
    /** What only the prelude can call. */
    static final Set<String> OWN_FUNCTIONS = Set.of("hashOf", "stringOf", "bitsOf", "addressOf", "typeNameOf", "parameterCount", "arrayLike", "isInteger");
    private static final String CLASS_MODULE = "collections";
    private static final String WORDS_MODULE = "words";

    private final Round round;
    private final Scope builtins;
    private final Scope around;
    private final Map<String, ModuleScope> modules = new HashMap<>();

    Prelude(Round round, Scope builtins) {
        this.round = round;
        this.builtins = builtins;
        this.around = Scope.in(builtins);
        OWN_FUNCTIONS.forEach(name -> around.declare(name, new BuiltinSymbol(name, false)));
    }

    static boolean isMap(Type type) {
        return isCollection(type, "Map");
    }

    static boolean isMap(GenericClass generic) {
        return isCollection(generic, "Map");
    }

    static boolean isSet(GenericClass generic) {
        return isCollection(generic, "Set");
    }

    private static boolean isCollection(GenericClass generic, String name) {
        return generic.name().equals(name) && generic.module().path().equals(BuiltInModules.of(CLASS_MODULE).source().path());
    }

    static boolean isSet(Type type) {
        return isCollection(type, "Set");
    }

    private static boolean isCollection(Type type, String name) {
        return type instanceof ClassType t
                && t.name().equals(name)
                && t.module().equals(BuiltInModules.of(CLASS_MODULE).source().path());
    }

    /** Whether the class is one of the library. */
    boolean has(ClassType type) {
        return type.module().equals(BuiltInModules.of(CLASS_MODULE).source().path());
    }

    Optional<Symbol> genericClass(String name) {
        return module(CLASS_MODULE).scope().findHere(name);
    }

    /** The methods that values of the type have from here. */
    static Set<String> methodsOf(Type type) {
        return switch (type) {
            case ArrayType t -> OF_ARRAYS;
            case PrimitiveType t when t == PrimitiveType.STRING -> OF_STRINGS;
            default -> Set.of();
        };
    }

    /** The function that is the method of this name; {@code arguments} is how many it is given, for there may be two. */
    FunctionSymbol method(Type receiver, String name, int arguments) {
        Scope scope = module(receiver instanceof ArrayType ? "arrays" : "strings").scope();
        return scope.findHere(name + "$" + arguments)
                .or(() -> scope.findHere(name))
                .map(FunctionSymbol.class::cast)
                .orElseThrow();
    }

    /** The function that is the method for a receiver of type {@code any} that turns out to be of this type. */
    FunctionSymbol methodOfWords(Type receiver, String name, int arguments) {
        if (!(receiver instanceof ArrayType)) {
            return method(receiver, name, arguments);
        }
        Scope own = module(WORDS_MODULE).scope();
        Scope arrays = module("arrays").scope();
        String withCount = name + "$" + arguments;
        return own.findHere(withCount)
                .or(() -> arrays.findHere(withCount))
                .or(() -> own.findHere(name))
                .or(() -> arrays.findHere(name))
                .map(FunctionSymbol.class::cast)
                .orElseThrow();
    }

    /** A function that the checker calls by itself. */
    FunctionSymbol function(String module, String name) {
        return (FunctionSymbol) module(module).scope().findHere(name).orElseThrow();
    }

    /** Declares the built-in classes, unless no name of them occurs in the program. */
    void declareClasses(List<ParsedModule> program) {
        boolean isNeeded = program.stream()
                .map(p -> p.source().file().text())
                .anyMatch(text -> CLASSES.stream().anyMatch(text::contains));
        if (isNeeded) {
            declareClasses();
        }
    }

    /** Declares the built-in classes. */
    void declareClasses() {
        Scope scope = module(CLASS_MODULE).scope();
        CLASSES.forEach(name -> builtins.declare(name, scope.findHere(name).orElseThrow()));
    }

    private ModuleScope module(String name) {
        ModuleScope known = modules.get(name);
        if (known != null) {
            return known;
        }
        ModuleScope scope = new ModuleScope(BuiltInModules.of(name), around);
        modules.put(name, scope);
        new ModuleDeclarations(round, scope).declare();
        return scope;
    }

    /** The name of a function or class of the library as call stacks show it: what its user wrote. */
    static String shownName(String name) {
        return name.replaceAll("\\$\\d+", "").replaceAll("<.*>", "");
    }
}
