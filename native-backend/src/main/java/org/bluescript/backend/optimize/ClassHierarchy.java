package org.bluescript.backend.optimize;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;

/**
 * Class hierarchy analysis with instantiated classes (Bacon, Sweeney, "Fast Static Analysis of C++ Virtual Function Calls",
 * 1996): a method call reaches only methods of classes of which the program makes instances.
 */
public final class ClassHierarchy {
    private final TypedProgram program;
    private final ClassLayouts classes;
    private final Set<ClassType> instantiated = new HashSet<>();

    public ClassHierarchy(TypedProgram program, ClassLayouts classes) {
        this.program = program;
        this.classes = classes;
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.New creation) {
                instantiated.add(creation.type());
            }
        }));
    }

    /** The same for a program that grows: it may make instances of any class yet. */
    public static ClassHierarchy ofGrowing(TypedProgram program, ClassLayouts classes) {
        return new ClassHierarchy(program, classes, program.classes().keySet());
    }

    private ClassHierarchy(TypedProgram program, ClassLayouts classes, Set<ClassType> instantiated) {
        this.program = program;
        this.classes = classes;
        this.instantiated.addAll(instantiated);
    }

    /** The classes of which a value of the static type {@code type} can be an instance, in the order of their ids. */
    public Set<ClassType> instancesOf(ClassType type) {
        Set<ClassType> result = new LinkedHashSet<>();
        for (ClassLayout c : classes.all()) {
            if (instantiated.contains(c.type()) && program.isSubclass(c.type(), type)) {
                result.add(c.type());
            }
        }
        return result;
    }

    /** The functions that a call of {@code method} on a receiver of static type {@code receiver} can run; never empty. */
    public Set<FunctionId> targets(ClassType receiver, Method method) {
        Set<FunctionId> result = new LinkedHashSet<>();
        for (ClassType c : instancesOf(receiver)) {
            result.add(implementation(c, method));
        }
        return result.isEmpty() ? Set.of(implementation(receiver, method)) : result;
    }

    /** What instances of exactly the class {@code type} run for a method. */
    public FunctionId implementation(ClassType type, Method method) {
        ClassLayout layout = classes.of(type);
        return layout.methods().get(layout.slot(method.name())).implementation();
    }
}
