package org.bluescript.language.nodes;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;

/** Whether an object is an instance of a class or of one of its subclasses, which have consecutive numbers. */
final class ClassTest {
    private final HostMachine machine;
    private final int classRecord;
    private final int id;
    private final int subclasses;

    ClassTest(HostMachine machine, int classRecord, ClassLayout layout) {
        this.machine = machine;
        this.classRecord = classRecord;
        this.id = layout.id();
        this.subclasses = layout.lastId() - layout.id();
    }

    /** The object must not be null. */
    boolean isMetBy(int object) {
        int header = machine.memory().word(object);
        if (subclasses == 0) {
            return header == classRecord;
        }
        // The records of arrays are in the firmware.
        int found = machine.word(header + ObjectLayout.CLASS_ID_OFFSET) & 0xffff;
        return Integer.compareUnsigned(found - id, subclasses) <= 0;
    }
}
