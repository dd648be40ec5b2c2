package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;

/** What a module declares at its top level: variables, functions and classes. Only variables that are not constants are written. */
@ExportLibrary(InteropLibrary.class)
public final class ModuleScope implements TruffleObject {
    private final LoadedProgram program;
    private final TypedModule module;
    private final Globals globals;
    private final Set<String> constants;
    private final Map<String, Object> declarations = new LinkedHashMap<>();

    /** @param constants the names of the variables that nobody may write */
    public ModuleScope(LoadedProgram program, TypedModule module, Set<String> constants) {
        this.program = program;
        this.module = module;
        this.globals = new Globals(program, module.path(), "");
        this.constants = constants;
        for (TypedFunction f : program.typed().functions().values()) {
            boolean isHere = f.id().module().equals(module.path()) && f.id().name().indexOf('.') < 0;
            if (isHere && f.kind() == TypedFunction.Kind.FUNCTION) {
                declarations.put(f.id().name(), new DeclaredFunction(program, f));
            }
        }
        for (TypedClass c : program.typed().classes().values()) {
            if (c.type().module().equals(module.path())) {
                declarations.put(c.type().name(), new GuestClass(program, c.type()));
            }
        }
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return program.language();
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return module.path();
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return new Names(names());
    }

    List<String> names() {
        List<String> names = new ArrayList<>(globals.names());
        names.addAll(declarations.keySet());
        return names;
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return globals.find(member).isPresent() || declarations.containsKey(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        Object declared = declarations.get(member);
        return declared != null ? declared : globals.read(member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return globals.find(member).isPresent() && !constants.contains(member);
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value)
            throws UnknownIdentifierException, UnsupportedMessageException, UnsupportedTypeException {
        if (constants.contains(member) || declarations.containsKey(member)) {
            throw UnsupportedMessageException.create();
        }
        globals.write(member, value);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInvocable(String member) {
        return declarations.get(member) instanceof DeclaredFunction;
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String member, Object[] arguments)
            throws UnknownIdentifierException, UnsupportedMessageException, UnsupportedTypeException,
                    ArityException {
        if (!(declarations.get(member) instanceof DeclaredFunction function)) {
            throw UnknownIdentifierException.create(member);
        }
        return function.execute(arguments);
    }
}
