package org.bluescript.backend.emit;

import java.util.List;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.members.BuiltinMembers;

/** A question about the class of a word, in C; true of no word that is not an object. */
@FunctionalInterface
interface ClassTest {
    /** The question about the word with this C name. */
    String of(String word);

    /** Whether the class is one of these, or between them in number. */
    static ClassTest between(List<ClassLayout> classes) {
        ClassLayout first = classes.getFirst();
        return classes.size() == 1
                ? word -> "bs_has_class(" + word + ", &" + ProgramLayout.classSymbol(first) + ")"
                : word -> "bs_has_class_between(" + word + ", " + first.id() + ", " + classes.getLast().id() + ")";
    }

    /** Whether the class is this one or inherits from it. */
    static ClassTest instanceOf(ClassLayout layout) {
        return layout.id() == layout.lastId()
                ? word -> "bs_has_class(" + word + ", &" + ProgramLayout.classSymbol(layout) + ")"
                : word -> "bs_has_class_between(" + word + ", " + layout.id() + ", " + layout.lastId() + ")";
    }

    static ClassTest receives(BuiltinMembers.Receiver receiver) {
        return switch (receiver) {
            case STRING -> word -> "bs_has_kind(" + word + ", BS_KIND_STRING)";
            case VECTOR -> word -> "bs_has_kind(" + word + ", BS_KIND_VECTOR)";
            case ARRAY -> word -> "bs_is_view(" + word + ")";
        };
    }
}
