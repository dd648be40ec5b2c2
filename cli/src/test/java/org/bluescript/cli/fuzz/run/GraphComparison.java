package org.bluescript.cli.fuzz.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * Walks what can be reached from a program's variables through two memories at once. Both must be the same but for
 * addresses: the same classes, values and lengths, and the same sharing. Bytes that no program can see do not count.
 */
final class GraphComparison {
    private record Pair(int host, int device, String path) {}

    private static final int MOST_OBJECTS = 20_000;

    private final TypedProgram program;
    private final Memory host;
    private final Memory device;
    private final Map<String, FunctionId> closures = new HashMap<>();
    private final Map<String, ClassLayout> classes = new HashMap<>();
    private final Map<Integer, Integer> deviceOf = new HashMap<>();
    private final Map<Integer, Integer> hostOf = new HashMap<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private String difference;

    private GraphComparison(TypedProgram program, Memory host, Memory device) {
        this.program = program;
        this.host = host;
        this.device = device;
        for (FunctionId function : program.functions().keySet()) {
            Optional.ofNullable(host.layout().closureClass(function)).ifPresent(c -> closures.put(c, function));
        }
        host.layout().classes().all().forEach(c -> classes.put(ProgramLayout.classSymbol(c), c));
    }

    /** The first difference, in words; empty if there is none. */
    static Optional<String> of(TypedProgram program, Memory host, Memory device) {
        GraphComparison comparison = new GraphComparison(program, host, device);
        comparison.compare();
        return Optional.ofNullable(comparison.difference);
    }

    private void compare() {
        int hostGlobals = host.layout().symbols().get(ProgramLayout.GLOBALS).bits();
        int deviceGlobals = device.layout().symbols().get(ProgramLayout.GLOBALS).bits();
        Set<Global> visible = globalsOfFunctions();
        host.layout().globals().forEach((global, offset) -> {
            if (visible.contains(global)) {
                int deviceAt = deviceGlobals + device.layout().globals().get(global);
                value(global.type(), hostGlobals + offset, deviceAt, global.name());
            }
        });
        while (difference == null && !waiting.isEmpty() && deviceOf.size() < MOST_OBJECTS) {
            objects(waiting.poll());
        }
    }

    /** Others are local variables of the top level in C. */
    private Set<Global> globalsOfFunctions() {
        Set<Global> found = new HashSet<>();
        for (TypedFunction function : program.functions().values()) {
            if (function.kind() != TypedFunction.Kind.TOP_LEVEL) {
                TreeWalk.expressions(function.body(), e -> {
                    if (e instanceof TypedExpression.Read read && read.variable() instanceof Global global) {
                        found.add(global);
                    } else if (e instanceof TypedExpression.Write write && write.variable() instanceof Global global) {
                        found.add(global);
                    }
                });
            }
        }
        return found;
    }

    /** What a variable, property or element of a type holds, at an address in either memory. */
    private void value(Type type, int hostAt, int deviceAt, String path) {
        switch (type.representation()) {
            case INTEGER -> same(host.word(hostAt), device.word(deviceAt), path);
            case FLOAT -> sameNumber(host.word(hostAt), device.word(deviceAt), path);
            case BOOLEAN -> same(host.byteAt(hostAt), device.byteAt(deviceAt), path);
            case REFERENCE -> reference(host.word(hostAt), device.word(deviceAt), path);
            case WORD -> tagged(host.word(hostAt), device.word(deviceAt), path);
            case NOTHING -> { }
        }
    }

    /** A word of type {@code any}. */
    private void tagged(int hostWord, int deviceWord, String path) {
        if (isObject(hostWord) && isObject(deviceWord)) {
            reference(Word.objectIn(hostWord), Word.objectIn(deviceWord), path);
        } else {
            same(hostWord, deviceWord, path);
        }
    }

    private static boolean isObject(int word) {
        return Integer.compareUnsigned(Word.objectIn(word), Word.NEGATIVE_INFINITY) > 0;
    }

    private void reference(int hostObject, int deviceObject, String path) {
        if (hostObject == 0 || deviceObject == 0) {
            if (hostObject != deviceObject) {
                differ(path, hostObject == 0 ? "null" : "an object", deviceObject == 0 ? "null" : "an object");
            }
            return;
        }
        Integer seenDevice = deviceOf.putIfAbsent(hostObject, deviceObject);
        Integer seenHost = hostOf.putIfAbsent(deviceObject, hostObject);
        if (seenDevice == null && seenHost == null) {
            waiting.add(new Pair(hostObject, deviceObject, path));
        } else if (seenDevice == null || seenHost == null || seenDevice != deviceObject || seenHost != hostObject) {
            differ(path, seenDevice == null ? "an object" : "an object seen before",
                    seenHost == null ? "an object" : "an object seen before");
        }
    }

    private void objects(Pair pair) {
        String name = host.className(pair.host());
        String deviceName = device.className(pair.device());
        if (!name.equals(deviceName)) {
            differ(pair.path(), name, deviceName);
            return;
        }
        int first = host.word(host.word(pair.host()));
        switch (Kind.values()[first & 0xff]) {
            case STRING -> string(pair);
            case ARRAY -> elements(pair, Element.values()[first >>> 8 & 0xff], ObjectLayout.ARRAY_ELEMENTS_OFFSET);
            case VECTOR -> vector(pair, Element.values()[first >>> 8 & 0xff]);
            case CLOSURE, LARGE_CLOSURE -> closure(pair, closures.get(name));
            case OBJECT, LARGE -> {
                if (classes.containsKey(name)) {
                    properties(pair, classes.get(name));
                } else {
                    builtIn(pair);
                }
            }
        }
    }

    /** An instance of a class that the program does not declare: only its record says what is in it. */
    private void builtIn(Pair pair) {
        int record = host.word(pair.host());
        int words = (host.word(record) >>> 16) / 4;
        int references = host.word(record + ObjectLayout.CLASS_REFERENCES_OFFSET);
        int tagged = host.word(record + ObjectLayout.CLASS_TAGGED_OFFSET);
        for (int i = 1; i < words; i++) {
            int hostWord = host.word(pair.host() + 4 * i);
            int deviceWord = device.word(pair.device() + 4 * i);
            String path = pair.path() + " word " + i;
            if ((references >>> i - 1 & 1) != 0) {
                reference(hostWord, deviceWord, path);
            } else if ((tagged >>> i - 1 & 1) != 0) {
                tagged(hostWord, deviceWord, path);
            } else {
                same(hostWord, deviceWord, path);
            }
        }
    }

    private void properties(Pair pair, ClassLayout layout) {
        layout.offsets().forEach((field, offset) -> {
            if (!isByAddress(field)) {
                value(field.type(), pair.host() + offset, pair.device() + offset, pair.path() + "." + field.name());
            }
        });
    }

    /** Objects stand in a hash table by their addresses; the order of the entries, which programs see, stands elsewhere. */
    static boolean isByAddress(Field field) {
        return field.owner().name().equals("Map") && field.name().equals("table");
    }

    private void string(Pair pair) {
        int length = length(pair);
        for (int i = 0; i < length; i++) {
            int at = ObjectLayout.STRING_BYTES_OFFSET + i;
            same(host.byteAt(pair.host() + at), device.byteAt(pair.device() + at), pair.path() + " byte " + i);
        }
    }

    private void vector(Pair pair, Element element) {
        int at = ObjectLayout.VECTOR_CAPACITY_OFFSET;
        same(host.word(pair.host() + at), device.word(pair.device() + at), pair.path() + ".capacity");
        elements(pair, element, 0);
    }

    /** @param inline the offset of the elements, or 0 if there is a pointer to them */
    private void elements(Pair pair, Element element, int inline) {
        int length = length(pair);
        int hostAt = inline != 0 ? pair.host() + inline : host.word(pair.host() + ObjectLayout.VECTOR_ELEMENTS_OFFSET);
        int deviceAt = inline != 0 ? pair.device() + inline : device.word(pair.device() + ObjectLayout.VECTOR_ELEMENTS_OFFSET);
        for (int i = 0; i < length; i++) {
            String path = pair.path() + "[" + i + "]";
            int offset = i * element.size();
            switch (element) {
                case BOOLEAN, UINT8 -> same(host.byteAt(hostAt + offset), device.byteAt(deviceAt + offset), path);
                case INTEGER -> same(host.word(hostAt + offset), device.word(deviceAt + offset), path);
                case FLOAT -> sameNumber(host.word(hostAt + offset), device.word(deviceAt + offset), path);
                case REFERENCE -> reference(host.word(hostAt + offset), device.word(deviceAt + offset), path);
                case TAGGED -> tagged(host.word(hostAt + offset), device.word(deviceAt + offset), path);
                case NONE -> throw new IllegalStateException("elements of kind " + element);
            }
        }
    }

    private int length(Pair pair) {
        int length = host.word(pair.host() + ObjectLayout.LENGTH_OFFSET);
        int deviceLength = device.word(pair.device() + ObjectLayout.LENGTH_OFFSET);
        same(length, deviceLength, pair.path() + ".length");
        return Math.min(length, deviceLength);
    }

    /** The class tells the function; a shared variable is compared where it is captured, since its cell has no type. */
    private void closure(Pair pair, FunctionId function) {
        for (Capture capture : program.functions().get(function).captures()) {
            int hostAt = pair.host() + ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * capture.index();
            int deviceAt = pair.device() + ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * capture.index();
            String path = pair.path() + "'s " + capture.name();
            if (capture.shared()) {
                cell(capture.type(), host.word(hostAt), device.word(deviceAt), path);
            } else {
                value(capture.type(), hostAt, deviceAt, path);
            }
        }
    }

    private void cell(Type type, int hostCell, int deviceCell, String path) {
        reference(hostCell, deviceCell, path);
        waiting.removeIf(p -> p.host() == hostCell);
        value(type, hostCell + ObjectLayout.CELL_VALUE_OFFSET, deviceCell + ObjectLayout.CELL_VALUE_OFFSET, path);
    }

    private void same(int hostValue, int deviceValue, String path) {
        if (hostValue != deviceValue) {
            differ(path, "0x%08x (%d)".formatted(hostValue, hostValue), "0x%08x (%d)".formatted(deviceValue, deviceValue));
        }
    }

    /** No program can tell one NaN from another. */
    private void sameNumber(int hostBits, int deviceBits, String path) {
        if (!Float.isNaN(Float.intBitsToFloat(hostBits)) || !Float.isNaN(Float.intBitsToFloat(deviceBits))) {
            same(hostBits, deviceBits, path);
        }
    }

    private void differ(String path, String hostSays, String deviceSays) {
        if (difference == null) {
            difference = path + ": interpreted " + hostSays + ", native " + deviceSays;
        }
    }
}
