package org.bluescript.language.typed;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;

/**
 * A whole program, checked.
 *
 * @param modules in the order in which they run: a module after everything it imports
 * @param classes every class; iteration order has superclasses before subclasses
 * @param functions every function with a body: module top levels, functions, methods, constructors, closures
 * @param growable the element types {@code T} for which the program applies an operation to a {@code T[]} that changes its
 *     length; arrays of all other types keep their elements inline
 * @param library the methods of arrays and strings from the library that may be called on values of type {@code any}
 * @param implementers for each interface the classes whose instances, those of subclasses included, have its members
 * @param adapters for a type of functions the function that makes a word that is another function one that fits; see
 *     {@link FunctionAdapters}
 */
public record TypedProgram(
        List<TypedModule> modules,
        Map<ClassType, TypedClass> classes,
        Map<FunctionId, TypedFunction> functions,
        Set<Type> growable,
        List<LibraryMethod> library,
        Map<InterfaceType, List<ClassType>> implementers,
        Map<FunctionType, FunctionId> adapters) {
    /** Whether some subclass of the class has a method of its own of this name. */
    public boolean isOverridden(ClassType type, String method) {
        return classes.values().stream()
                .filter(c -> !c.type().equals(type) && isSubclass(c.type(), type))
                .anyMatch(c -> c.methods().stream().anyMatch(m -> m.name().equals(method)));
    }

    /** Whether {@code candidate} is {@code ancestor} or inherits from it. */
    public boolean isSubclass(ClassType candidate, ClassType ancestor) {
        for (ClassType c = candidate; c != null; c = classes.get(c).superclass().orElse(null)) {
            if (c.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
