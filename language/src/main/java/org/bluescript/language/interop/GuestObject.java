package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Method;

/** An instance of a class. Its members are its properties, inherited and private ones included, and its methods. */
@ExportLibrary(InteropLibrary.class)
final class GuestObject extends HeapReference {
    private final ClassLayout layout;

    GuestObject(LoadedProgram program, int address, ClassLayout layout) {
        super(program, address);
        this.layout = layout;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        List<String> names = new ArrayList<>(layout.offsets().keySet().stream().map(Field::name).toList());
        layout.methods().forEach(m -> names.add(m.name()));
        return new Names(names);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return field(member).isPresent() || method(member).isPresent();
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        Optional<Field> field = field(member);
        if (field.isPresent()) {
            return program().values().show(field.get().type(), place(field.get()), machine());
        }
        return boundMethod(member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return field(member).isPresent();
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value) throws UnknownIdentifierException, UnsupportedTypeException {
        Field field = field(member).orElseThrow(() -> UnknownIdentifierException.create(member));
        program().values().store(field.type(), place(field), value);
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
        return boundMethod(member).execute(arguments);
    }

    @ExportMessage
    boolean hasMetaObject() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaObject() {
        return new GuestClass(program(), layout.type());
    }

    private GuestMethod boundMethod(String name) throws UnknownIdentifierException {
        Method method = method(name).orElseThrow(() -> UnknownIdentifierException.create(name));
        return new GuestMethod(program(), address(), program().function(method.implementation()));
    }

    private int place(Field field) {
        return address() + layout.offsets().get(field);
    }

    private Optional<Field> field(String name) {
        return layout.offsets().keySet().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private Optional<Method> method(String name) {
        return layout.methods().stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
