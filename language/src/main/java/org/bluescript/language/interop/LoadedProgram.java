package org.bluescript.language.interop;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** A program in the memory of its machine, and what there is to know about its objects and functions from outside. */
public final class LoadedProgram {
    private final Class<? extends TruffleLanguage<?>> language;
    private final TypedProgram typed;
    private final ProgramLayout layout;
    private final HostMachine machine;
    private final Function<FunctionId, Code> code;
    private final Map<Integer, ClassLayout> classes = new HashMap<>();
    private final Map<Code, TypedFunction> functions = new HashMap<>();
    private final GuestValues values = new GuestValues(this);

    /** @param code the functions that were entered in the machine's table, every function of the program among them */
    public LoadedProgram(
            Class<? extends TruffleLanguage<?>> language,
            TypedProgram typed,
            ProgramLayout layout,
            HostMachine machine,
            Function<FunctionId, Code> code) {
        this.language = language;
        this.typed = typed;
        this.layout = layout;
        this.machine = machine;
        this.code = code;
        for (ClassLayout c : layout.classes().all()) {
            classes.put(layout.symbols().get(ProgramLayout.classSymbol(c)).bits(), c);
        }
        typed.functions().values().forEach(f -> functions.put(code.apply(f.id()), f));
    }

    Class<? extends TruffleLanguage<?>> language() {
        return language;
    }

    public TypedProgram typed() {
        return typed;
    }

    public ProgramLayout layout() {
        return layout;
    }

    public HostMachine machine() {
        return machine;
    }

    public GuestValues values() {
        return values;
    }

    /** The class of an object; empty for what is no instance of a class of the program. */
    Optional<ClassLayout> classOf(int object) {
        return Optional.ofNullable(classes.get(machine.word(object)));
    }

    /** Whether an object is an instance of a class or of a subclass. */
    boolean isInstance(int object, ClassType type) {
        return classOf(object).filter(c -> typed.isSubclass(c.type(), type)).isPresent();
    }

    int recordOf(ClassType type) {
        return layout.symbols().get(ProgramLayout.classSymbol(layout.classes().of(type))).bits();
    }

    /** The function that a closure runs. */
    TypedFunction functionOf(int closure) {
        return functions.get(machine.code().at(machine.word(closure + ObjectLayout.CLOSURE_CODE_OFFSET)));
    }

    TypedFunction function(FunctionId id) {
        return typed.functions().get(id);
    }

    /** Runs a function that takes no arguments, such as a module's statements, and shows what it returns as a value of a type. */
    public Object run(FunctionId function, Type result) {
        machine.enter();
        try {
            return values.show(result, code.apply(function).target().call());
        } finally {
            machine.leave();
        }
    }

    /**
     * Calls a function with converted arguments. An argument of a wrong type is an error of the program.
     *
     * @param self the receiver of a method or constructor, the closure of a closure; 0 if the function takes neither
     */
    Object call(TypedFunction function, int self, Object[] arguments) throws ArityException, UnsupportedTypeException {
        List<Local> parameters = parameters(function);
        if (arguments.length != parameters.size()) {
            throw ArityException.create(parameters.size(), parameters.size(), arguments.length);
        }
        int before = takesSelf(function) ? 1 : 0;
        Object[] passed = new Object[before + arguments.length];
        machine.enter();
        int roots = machine.roots().push(passed.length);
        try {
            if (before == 1) {
                passed[0] = self;
                machine.roots().set(roots, self);
            }
            for (int i = 0; i < arguments.length; i++) {
                Local parameter = parameters.get(i);
                Object value = accept(parameter.type(), arguments[i]);
                passed[before + i] = value;
                if (parameter.type().isReference()) {
                    machine.roots().set(roots + before + i, (int) value);
                }
            }
            return values.show(function.result(), code.apply(function.id()).target().call(passed));
        } finally {
            machine.roots().pop(roots);
            machine.leave();
        }
    }

    private Object accept(Type type, Object argument) {
        try {
            return values.accept(type, argument);
        } catch (UnsupportedTypeException e) {
            throw ProgramFailure.of(RunTimeErrorKind.TYPE, 0, RunTimeErrorKind.TYPE.message() + ": an argument must be " + type, null);
        }
    }

    /** The parameters that a caller gives arguments for. */
    static List<Local> parameters(TypedFunction function) {
        return switch (function.kind()) {
            case METHOD, CONSTRUCTOR -> function.parameters().subList(1, function.parameters().size());
            case TOP_LEVEL, FUNCTION, CLOSURE -> function.parameters();
        };
    }

    private static boolean takesSelf(TypedFunction function) {
        return switch (function.kind()) {
            case METHOD, CONSTRUCTOR, CLOSURE -> true;
            case TOP_LEVEL, FUNCTION -> false;
        };
    }
}
