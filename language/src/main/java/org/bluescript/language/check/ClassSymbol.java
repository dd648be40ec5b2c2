package org.bluescript.language.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Statement.ClassDeclaration;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;

/** A class. */
final class ClassSymbol implements Symbol {
    /** What the constructor of a class takes that has none. */
    static final FunctionType NO_PARAMETERS = new FunctionType(List.of(), PrimitiveType.VOID);

    private final ClassDeclaration node;
    private final ModuleScope module;
    private final ClassType type;
    private final Map<String, FieldSymbol> fields = new LinkedHashMap<>();
    private final Map<String, FunctionSymbol> methods = new LinkedHashMap<>();
    private final Map<String, Symbol> statics = new LinkedHashMap<>();
    private Optional<ClassSymbol> superclass = Optional.empty();
    private FunctionSymbol constructor;

    ClassSymbol(ClassDeclaration node, ModuleScope module) {
        this(node, module, new ClassType(module.path(), node.name().text()));
    }

    private ClassSymbol(ClassDeclaration node, ModuleScope module, ClassType type) {
        this.node = node;
        this.module = module;
        this.type = type;
    }

    /** The class of object literals. */
    static ClassSymbol ofShape(ClassDeclaration node, ModuleScope module, ClassType type) {
        return new ClassSymbol(node, module, type);
    }

    /** Whether it is the class of object literals, and nobody wrote it down. */
    boolean isShape() {
        return type.isShape();
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public String kind() {
        return "class";
    }

    ClassDeclaration node() {
        return node;
    }

    ModuleScope module() {
        return module;
    }

    ClassType type() {
        return type;
    }

    Optional<ClassSymbol> superclass() {
        return superclass;
    }

    void setSuperclass(ClassSymbol found) {
        superclass = Optional.of(found);
    }

    /** Takes the superclass away again, because it made a circle. */
    void clearSuperclass() {
        superclass = Optional.empty();
    }

    /** Properties declared here. */
    Map<String, FieldSymbol> fields() {
        return fields;
    }

    /** Methods declared here. */
    Map<String, FunctionSymbol> methods() {
        return methods;
    }

    /** Static properties (variables) and static methods (functions). */
    Map<String, Symbol> statics() {
        return statics;
    }

    /** The constructor that was written here, if one was. */
    Optional<FunctionSymbol> constructor() {
        return Optional.ofNullable(constructor);
    }

    void setConstructor(FunctionSymbol found) {
        constructor = found;
    }

    /** The constructor that determines how an instance is made: the written one of this or the nearest superclass. */
    Optional<FunctionSymbol> effectiveConstructor() {
        return constructor != null
                ? Optional.of(constructor)
                : superclass.flatMap(ClassSymbol::effectiveConstructor);
    }

    /** The property, declared here or inherited. */
    Optional<FieldSymbol> findField(String name) {
        FieldSymbol own = fields.get(name);
        return own != null ? Optional.of(own) : superclass.flatMap(s -> s.findField(name));
    }

    /** The method, declared here or inherited. */
    Optional<FunctionSymbol> findMethod(String name) {
        FunctionSymbol own = methods.get(name);
        return own != null ? Optional.of(own) : superclass.flatMap(s -> s.findMethod(name));
    }

    /** The static member, declared here or inherited. */
    Optional<Symbol> findStatic(String name) {
        Symbol own = statics.get(name);
        return own != null ? Optional.of(own) : superclass.flatMap(s -> s.findStatic(name));
    }

    boolean inheritsFrom(ClassSymbol ancestor) {
        return this == ancestor || superclass.map(s -> s.inheritsFrom(ancestor)).orElse(false);
    }
}
