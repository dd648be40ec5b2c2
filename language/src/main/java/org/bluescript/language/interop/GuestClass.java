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
import com.oracle.truffle.api.utilities.TriState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ClassType;

/** A class: its instances know it, it can make more of them, and its static properties and methods are its members. */
@ExportLibrary(InteropLibrary.class)
final class GuestClass implements TruffleObject {
    private final LoadedProgram program;
    private final TypedClass declared;
    private final Globals statics;

    GuestClass(LoadedProgram program, ClassType type) {
        this.program = program;
        this.declared = program.typed().classes().get(type);
        this.statics = new Globals(program, type.module(), type.name() + ".");
    }

    @ExportMessage
    boolean isMetaObject() {
        return true;
    }

    @ExportMessage(name = "getMetaQualifiedName")
    @ExportMessage(name = "getMetaSimpleName")
    Object name() {
        return declared.type().name();
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMetaInstance(Object value) {
        return value instanceof GuestObject object
                && object.program() == program
                && program.isInstance(object.address(), declared.type());
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasMetaParents() {
        return declared.superclass().isPresent();
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaParents() throws UnsupportedMessageException {
        ClassType parent = declared.superclass().orElseThrow(UnsupportedMessageException::create);
        return new Names(List.of(new GuestClass(program, parent)));
    }

    @ExportMessage
    boolean isInstantiable() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object instantiate(Object[] arguments) throws ArityException, UnsupportedTypeException {
        int object = program.machine().newObject(program.recordOf(declared.type()), null);
        GuestObject result = new GuestObject(program, object, program.layout().classes().of(declared.type()));
        program.call(program.function(declared.constructor()), object, arguments);
        return result;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        List<String> names = new ArrayList<>(statics.names());
        program.typed().functions().values().stream()
                .filter(this::isStaticMethod)
                .map(f -> f.id().name().substring(prefix().length()))
                .forEach(names::add);
        return new Names(names);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return statics.find(member).isPresent() || method(member).isPresent();
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        if (statics.find(member).isPresent()) {
            return statics.read(member);
        }
        TypedFunction method = method(member).orElseThrow(() -> UnknownIdentifierException.create(member));
        return new DeclaredFunction(program, method);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return statics.find(member).isPresent();
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value) throws UnknownIdentifierException, UnsupportedTypeException {
        statics.write(member, value);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInvocable(String member) {
        return method(member).isPresent();
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String member, Object[] arguments)
            throws UnknownIdentifierException, ArityException, UnsupportedTypeException {
        TypedFunction method = method(member).orElseThrow(() -> UnknownIdentifierException.create(member));
        return program.call(method, 0, arguments);
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
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "class " + declared.type().name();
    }

    @ExportMessage
    @TruffleBoundary
    TriState isIdenticalOrUndefined(Object other) {
        return other instanceof GuestClass that
                ? TriState.valueOf(that.program == program && that.declared == declared)
                : TriState.UNDEFINED;
    }

    @ExportMessage
    @TruffleBoundary
    int identityHashCode() {
        return declared.type().hashCode();
    }

    private Optional<TypedFunction> method(String name) {
        String qualified = prefix() + name;
        return Optional.ofNullable(program.function(new FunctionId(declared.type().module(), qualified)))
                .filter(this::isStaticMethod);
    }

    private boolean isStaticMethod(TypedFunction function) {
        return function.kind() == TypedFunction.Kind.FUNCTION
                && function.id().module().equals(declared.type().module())
                && function.id().name().startsWith(prefix());
    }

    /** How the names of static methods begin. */
    private String prefix() {
        return declared.type().name() + ".static.";
    }
}
