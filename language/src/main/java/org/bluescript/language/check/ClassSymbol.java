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
    private final Scope around;
    private final ClassType type;
    private final boolean placeholder;
    private final Map<String, FieldSymbol> fields = new LinkedHashMap<>();
    private final Map<String, FunctionSymbol> methods = new LinkedHashMap<>();
    private final Map<String, FunctionSymbol> methodInstances = new LinkedHashMap<>();
    private final Map<String, Symbol> statics = new LinkedHashMap<>();
    private Optional<ClassSymbol> superclass = Optional.empty();
    private FunctionSymbol constructor;
    private GenericClass generic;

    private ClassSymbol(
            ClassDeclaration node, ModuleScope module, Scope around, ClassType type, boolean placeholder) {
        this.node = node;
        this.module = module;
        this.around = around;
        this.type = type;
        this.placeholder = placeholder;
    }

    /** The class of object literals. */
    static ClassSymbol ofShape(ClassDeclaration node, ModuleScope module, ClassType type) {
        return of(node, module, module.scope(), type);
    }

    /** Whether it is the class of object literals, and nobody wrote it down. */
    boolean isShape() {
        return type.isShape();
    }

    /** The class that the text declares, which stands in the scope {@code around}. */
    static ClassSymbol of(ClassDeclaration node, ModuleScope module, Scope around, ClassType type) {
        return new ClassSymbol(node, module, around, type, false);
    }

    /** What {@code generic} is for the type arguments of {@code type}, which the scope {@code around} knows. */
    static ClassSymbol instance(GenericClass generic, Scope around, ClassType type) {
        ClassSymbol result = of(generic.node(), generic.module(), around, type);
        result.generic = generic;
        return result;
    }

    /** What stands for any type argument of a generic function or class. */
    static ClassSymbol placeholder(ClassDeclaration node, ModuleScope module, Scope around, ClassType type) {
        return new ClassSymbol(node, module, around, type, true);
    }

    /** With its type arguments, if it has any. */
    @Override
    public String name() {
        return type.toString();
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

    /** What its members see around them: the module's names, and the meaning of type parameters. */
    Scope around() {
        return around;
    }

    ClassType type() {
        return type;
    }

    /** What it is an instance of. */
    Optional<GenericClass> generic() {
        return Optional.ofNullable(generic);
    }

    /** Whether it stands for a type argument that is not known. */
    boolean isPlaceholder() {
        return placeholder;
    }

    /** Whether it is made from the same text, perhaps with other type arguments. */
    boolean isSameText(ClassSymbol other) {
        return node == other.node;
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

    /** What generic methods declared here have become, by name with type arguments. */
    Map<String, FunctionSymbol> methodInstances() {
        return methodInstances;
    }

    /** The method of this very class that runs for a method of this name, with type arguments if it is generic. */
    Optional<FunctionSymbol> implementation(String name) {
        return Optional.ofNullable(methods.get(name)).or(() -> Optional.ofNullable(methodInstances.get(name)));
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

    /** The getter and setter of the name, of the nearest class that has one of them. */
    Optional<GetSet> findAccessors(String name) {
        return GetSet.among(methods, name).or(() -> superclass.flatMap(s -> s.findAccessors(name)));
    }

    Optional<GetSet> findStaticAccessors(String name) {
        return GetSet.among(statics, name).or(() -> superclass.flatMap(s -> s.findStaticAccessors(name)));
    }

    /** The static member, declared here or inherited. */
    Optional<Symbol> findStatic(String name) {
        Symbol own = (generic != null ? generic.statics().statics : statics).get(name);
        return own != null ? Optional.of(own) : superclass.flatMap(s -> s.findStatic(name));
    }

    boolean inheritsFrom(ClassSymbol ancestor) {
        return this == ancestor || superclass.map(s -> s.inheritsFrom(ancestor)).orElse(false);
    }
}
