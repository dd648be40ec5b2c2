package org.bluescript.cli.interchange;

import java.util.Random;
import org.bluescript.cli.interchange.HeapOperation.Code;
import org.bluescript.cli.interchange.HeapOperation.Value;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.heap.ClassRecord;

/** Chooses operations that are valid in the heap as it is, each sequence with habits of its own. */
final class OperationChooser {
    private final Random random;
    private final HostSide side;
    private final int arrayClasses;
    private final int heapBytes;
    /** Of 100: how often something is dropped, and how often an allocation is large. */
    private final int drops;
    private final int large;
    /** How long to go on building one deep or wide structure. */
    private int building;
    private boolean deep;

    /** @param arrayClasses how many there are; the last is that of growable arrays of references */
    OperationChooser(Random random, HostSide side, int arrayClasses, int heapBytes) {
        this.random = random;
        this.side = side;
        this.arrayClasses = arrayClasses;
        this.heapBytes = heapBytes;
        this.drops = 2 + random.nextInt(20);
        this.large = random.nextInt(15);
    }

    HeapOperation next() {
        if (building > 0) {
            building--;
            return deep ? deeper() : wider();
        }
        int choice = random.nextInt(100);
        if (choice < drops) {
            return HeapOperation.of(Code.DROP, anyRoot(), 0, 0);
        }
        choice = random.nextInt(100);
        if (choice < 1) {
            building = random.nextInt(150);
            deep = random.nextBoolean();
            return HeapOperation.of(Code.DROP, 1, 0, 0);
        }
        if (choice < 3) {
            return HeapOperation.of(Code.COLLECT, 0, 0, 0);
        }
        if (choice < 35) {
            return object(anyRoot(), random.nextInt(TestClass.ALL.size()));
        }
        if (choice < 47) {
            return HeapOperation.of(Code.ARRAY, anyRoot(), arrayClass(), length());
        }
        if (choice < 52) {
            return HeapOperation.of(Code.STRING, anyRoot(), 'a' + random.nextInt(26), Math.max(length(), 0));
        }
        return change(anyRoot());
    }

    private int anyRoot() {
        return random.nextInt(Site.ROOTS);
    }

    private HeapOperation object(int root, int index) {
        TestClass chosen = TestClass.ALL.get(index);
        boolean inLine = chosen.size() <= 64 && random.nextBoolean();
        return HeapOperation.of(inLine ? Code.CELL : Code.OBJECT, root, index, chosen.size());
    }

    private int arrayClass() {
        return TestClass.ALL.size() + random.nextInt(arrayClasses);
    }

    private int length() {
        if (random.nextInt(100) < large) {
            return random.nextInt(heapBytes / 2);
        }
        return switch (random.nextInt(200)) {
            case 0 -> -1 - random.nextInt(3);
            case 1 -> Integer.MAX_VALUE - random.nextInt(20);
            case 2 -> heapBytes - random.nextInt(16);
            default -> random.nextInt(20);
        };
    }

    /** Something that can be done with the object that a root refers to. */
    private HeapOperation change(int root) {
        int object = side.root(root);
        if (!side.isInHeap(object)) {
            return object(root, random.nextInt(TestClass.ALL.size()));
        }
        ClassRecord record = side.classOf(object);
        int length = side.memory().word(object + ObjectLayout.LENGTH_OFFSET);
        return switch (record.kind()) {
            case OBJECT, LARGE, CLOSURE, LARGE_CLOSURE -> changeField(root, object);
            case STRING -> HeapOperation.of(Code.DROP, root, 0, 0);
            case ARRAY -> random.nextInt(6) == 0 || length == 0
                    ? HeapOperation.of(Code.COPY, anyRoot(), root, 0)
                    : storeElement(root, record, length, ObjectLayout.ARRAY_ELEMENTS_OFFSET);
            case VECTOR -> changeVector(root, record, length);
        };
    }

    private HeapOperation changeVector(int root, ClassRecord record, int length) {
        int choice = random.nextInt(20);
        if (choice < 10 || length == 0) {
            return value(Code.PUSH, root, 0, record.element());
        }
        if (choice < 12) {
            return HeapOperation.of(Code.SHIFT, root, 0, 0);
        }
        if (choice < 15) {
            return value(Code.UNSHIFT, root, 0, record.element());
        }
        if (choice < 16) {
            return HeapOperation.of(Code.COPY, anyRoot(), root, 0);
        }
        return storeElement(root, record, length, HeapOperation.ELEMENTS);
    }

    private HeapOperation storeElement(int root, ClassRecord record, int length, int offset) {
        return value(Code.STORE, root, offset + random.nextInt(length) * record.element().size(), record.element());
    }

    private HeapOperation changeField(int root, int object) {
        String fields = side.testClassOf(object).fields();
        int field = random.nextInt(fields.length());
        int offset = ObjectLayout.HEADER + 4 * field;
        return switch (fields.charAt(field)) {
            case 'r' -> random.nextInt(3) == 0
                    ? HeapOperation.of(Code.LOAD, anyRoot(), root, offset)
                    : value(Code.STORE, root, offset, Element.REFERENCE);
            case 't' -> value(Code.STORE, root, offset, Element.TAGGED);
            default -> value(Code.STORE, root, offset, Element.INTEGER);
        };
    }

    /** An operation that writes a value of this kind. */
    private HeapOperation value(Code code, int root, int b, Element element) {
        return switch (element) {
            case REFERENCE -> new HeapOperation(code, Value.REFERENCE, root, b, anyRoot());
            case TAGGED -> random.nextInt(3) == 0
                    ? HeapOperation.of(code, root, b, random.nextInt() & ~4)
                    : new HeapOperation(code, Value.TAGGED, root, b, anyRoot());
            case BOOLEAN, UINT8 -> new HeapOperation(code, Value.BYTE, root, b, random.nextInt(256));
            case NONE, INTEGER, FLOAT, INT32, FLOAT32 -> HeapOperation.of(code, root, b, misleading());
            // Only the host makes them, and a store of the relay is of a byte or a word.
            case INT8, INT16, UINT16 -> new HeapOperation(code, Value.BYTE, root, b, random.nextInt(256));
        };
    }

    /** An integer that may look like an address in the heap. */
    private int misleading() {
        return random.nextBoolean() ? random.nextInt() : side.state().base() + random.nextInt(heapBytes);
    }

    /** A list in roots 1 and 2 alternately, each new object before the others. */
    private HeapOperation deeper() {
        for (int newest = 1; newest <= 2; newest++) {
            if (isEmpty(newest) && side.isInHeap(side.root(3 - newest))) {
                return new HeapOperation(Code.STORE, Value.REFERENCE, newest, ObjectLayout.HEADER, 3 - newest);
            }
        }
        return HeapOperation.of(Code.OBJECT, 1 + (building >> 1 & 1), 2, 0);
    }

    /** Whether the root's object begins with a reference that is null. */
    private boolean isEmpty(int root) {
        int object = side.root(root);
        return side.isInHeap(object) && side.classOf(object).kind() == Kind.OBJECT
                && side.testClassOf(object).fields().charAt(0) == 'r'
                && side.memory().word(object + ObjectLayout.HEADER) == 0;
    }

    /** A growable array of references in root 1, each to an object of its own. */
    private HeapOperation wider() {
        int object = side.root(1);
        if (!side.isInHeap(object) || side.classOf(object).kind() != Kind.VECTOR
                || side.classOf(object).element() != Element.REFERENCE) {
            return HeapOperation.of(Code.ARRAY, 1, TestClass.ALL.size() + arrayClasses - 1, 0);
        }
        if (random.nextBoolean()) {
            return object(2, 2 + random.nextInt(3));
        }
        return new HeapOperation(Code.PUSH, Value.REFERENCE, 1, 0, 2);
    }
}
