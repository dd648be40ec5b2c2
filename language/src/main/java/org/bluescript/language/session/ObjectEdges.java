package org.bluescript.language.session;

import java.util.List;
import java.util.Optional;
import org.bluescript.language.interpreter.SessionProgram;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** What objects refer to, and by which of their parts. */
final class ObjectEdges {
    private static final Kind[] KINDS = Kind.values();
    private static final Element[] ELEMENTS = Element.values();

    private final SessionProgram program;
    private final HostMachine machine;

    /** Gets the objects that one refers to. */
    @FunctionalInterface
    interface Visitor {
        /** @param part how the program reaches it from the object: {@code .name}, {@code [3]} */
        void refers(String part, int object);
    }

    ObjectEdges(SessionProgram program) {
        this.program = program;
        this.machine = program.machine();
    }

    /** The object that a variable or property of a type holds at an address, or 0. */
    int held(Type type, int address) {
        int word = type.isTraced() || type.isReference() ? machine.word(address) : 0;
        return type.isReference() ? word : tagged(word);
    }

    private static int tagged(int word) {
        return (word & Word.TAG_MASK) == Word.TAG_POINTER && Integer.compareUnsigned(word, 0x1000) > 0 ? word - Word.TAG_POINTER : 0;
    }

    void of(int object, Visitor visitor) {
        int record = machine.word(object);
        switch (KINDS[machine.word(record) & 0xff]) {
            case STRING -> {}
            case CLOSURE, LARGE_CLOSURE -> ofClosure(object, record, visitor);
            case ARRAY, VECTOR -> ofArray(object, record, visitor);
            case OBJECT, LARGE -> ofInstance(object, record, visitor);
        }
    }

    private static void show(String part, int object, Visitor visitor) {
        if (object != 0) {
            visitor.refers(part, object);
        }
    }

    private void ofClosure(int closure, int record, Visitor visitor) {
        List<Capture> captures = program.capturesOf(record);
        for (Capture capture : captures) {
            int at = closure + ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * capture.index();
            int place = capture.shared() ? machine.word(at) + ObjectLayout.CELL_VALUE_OFFSET : at;
            show("{" + capture.name() + "}", held(capture.type(), place), visitor);
        }
    }

    private void ofArray(int array, int record, Visitor visitor) {
        Element element = ELEMENTS[machine.word(record) >>> 8 & 0xff];
        if (element != Element.REFERENCE && element != Element.TAGGED) {
            return;
        }
        int elements = KINDS[machine.word(record) & 0xff] == Kind.VECTOR
                ? machine.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        for (int i = 0; i < machine.word(array + ObjectLayout.LENGTH_OFFSET); i++) {
            int word = machine.word(elements + 4 * i);
            show("[" + i + "]", element == Element.REFERENCE ? word : tagged(word), visitor);
        }
    }

    private void ofInstance(int object, int record, Visitor visitor) {
        Optional<ClassLayout> layout = program.layout().typeOf(Address.of(record))
                .filter(ClassType.class::isInstance)
                .map(t -> program.layout().classes().of((ClassType) t));
        layout.ifPresent(c -> c.offsets().forEach(
                (field, offset) -> show("." + field.name(), held(field.type(), object + offset), visitor)));
    }
}
