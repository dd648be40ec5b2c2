package org.bluescript.cli.fuzz.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
 * Compares two memories that two forms of a program have left, of which one stores without tags what the other stores with them: the
 * same values are in both, and the same sharing. Each is read as its own program says.
 */
final class ValueComparison {
    /** More than a heap holds. */
    private static final int MOST_OBJECTS = 20_000;

    private final Side host;
    private final Side device;
    private final Map<Integer, Integer> deviceOf = new HashMap<>();
    private final Map<Integer, Integer> hostOf = new HashMap<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private String difference;

    private record Pair(int host, int device, String path) {}

    /** What is somewhere: a number, a boolean or null, or where an object lies. */
    private record Held(String kind, int bits) {
        static Held of(float value) {
            return new Held("float", Float.floatToIntBits(value));
        }

        boolean isObject() {
            return kind.equals("object");
        }

        @Override
        public String toString() {
            return isObject() ? "an object" : kind + " 0x%08x".formatted(bits);
        }
    }

    private ValueComparison(Side host, Side device) {
        this.host = host;
        this.device = device;
    }

    /** The first difference, in words; empty if there is none. */
    static Optional<String> of(TypedProgram program, Memory host, TypedProgram variant, Memory device) {
        ValueComparison comparison = new ValueComparison(new Side(program, host), new Side(variant, device));
        comparison.compare();
        return Optional.ofNullable(comparison.difference);
    }

    private void compare() {
        Map<String, Global> visible = device.globals();
        host.globals().forEach((name, global) -> {
            if (visible.containsKey(name)) {
                same(host.held(global), device.held(visible.get(name)), name);
            }
        });
        while (difference == null && !waiting.isEmpty() && deviceOf.size() < MOST_OBJECTS) {
            objects(waiting.poll());
        }
    }

    private void same(Held a, Held b, String path) {
        if (a.isObject() && b.isObject()) {
            if (pair(a.bits(), b.bits(), path)) {
                waiting.add(new Pair(a.bits(), b.bits(), path));
            }
        } else if (!a.equals(b)) {
            differ(path, a.toString(), b.toString());
        }
    }

    /** Whether both are met for the first time. */
    private boolean pair(int hostObject, int deviceObject, String path) {
        Integer seenDevice = deviceOf.putIfAbsent(hostObject, deviceObject);
        Integer seenHost = hostOf.putIfAbsent(deviceObject, hostObject);
        if (seenDevice == null && seenHost == null) {
            return true;
        }
        if (seenDevice == null || seenHost == null || seenDevice != deviceObject || seenHost != hostObject) {
            differ(path, seenDevice == null ? "an object" : "an object seen before",
                    seenHost == null ? "an object" : "an object seen before");
        }
        return false;
    }

    private void objects(Pair pair) {
        Kind kind = host.kind(pair.host());
        if (isArray(kind) && isArray(device.kind(pair.device()))) {
            List<Held> a = host.elements(pair.host());
            List<Held> b = device.elements(pair.device());
            if (a.size() != b.size()) {
                differ(pair.path() + ".length", a.size() + "", b.size() + "");
            }
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                same(a.get(i), b.get(i), pair.path() + "[" + i + "]");
            }
            return;
        }
        String name = host.memory.className(pair.host());
        String deviceName = device.memory.className(pair.device());
        if (!name.equals(deviceName)) {
            differ(pair.path(), name, deviceName);
            return;
        }
        switch (kind) {
            case STRING -> {
                if (!host.string(pair.host()).equals(device.string(pair.device()))) {
                    differ(pair.path(), host.string(pair.host()), device.string(pair.device()));
                }
            }
            case CLOSURE, LARGE_CLOSURE -> closure(pair, name);
            case OBJECT, LARGE -> {
                Map<String, Held> b = device.properties(pair.device(), name);
                host.properties(pair.host(), name).forEach((p, a) -> same(a, b.get(p), pair.path() + "." + p));
            }
            case ARRAY, VECTOR -> differ(pair.path(), "an array", deviceName);
        }
    }

    private static boolean isArray(Kind kind) {
        return kind == Kind.ARRAY || kind == Kind.VECTOR;
    }

    private void closure(Pair pair, String name) {
        List<Capture> captures = host.captures(name);
        for (int i = 0; i < captures.size(); i++) {
            int offset = ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * i;
            String path = pair.path() + "'s " + captures.get(i).name();
            Type hostType = captures.get(i).type();
            Type deviceType = device.captures(name).get(i).type();
            if (!captures.get(i).shared()) {
                same(host.held(hostType, pair.host() + offset), device.held(deviceType, pair.device() + offset), path);
                continue;
            }
            int a = host.memory.word(pair.host() + offset);
            int b = device.memory.word(pair.device() + offset);
            if (pair(a, b, path)) {
                int value = ObjectLayout.CELL_VALUE_OFFSET;
                same(host.held(hostType, a + value), device.held(deviceType, b + value), path);
            }
        }
    }

    private void differ(String path, String hostSays, String deviceSays) {
        if (difference == null) {
            difference = path + ": interpreted " + hostSays + ", native " + deviceSays;
        }
    }

    /** A program and the memory that it has left. */
    private static final class Side {
        private final TypedProgram program;
        private final Memory memory;
        private final Map<String, FunctionId> closures = new HashMap<>();
        private final Map<String, ClassLayout> classes = new HashMap<>();

        Side(TypedProgram program, Memory memory) {
            this.program = program;
            this.memory = memory;
            for (FunctionId function : program.functions().keySet()) {
                Optional.ofNullable(memory.layout().closureClass(function)).ifPresent(c -> closures.put(c, function));
            }
            memory.layout().classes().all().forEach(c -> classes.put(ProgramLayout.classSymbol(c), c));
        }

        /** Those that functions use; others are local variables of the top level in C. */
        Map<String, Global> globals() {
            Set<Object> used = new HashSet<>();
            for (TypedFunction function : program.functions().values()) {
                if (function.kind() != TypedFunction.Kind.TOP_LEVEL) {
                    TreeWalk.expressions(function.body(), e -> {
                        switch (e) {
                            case TypedExpression.Read r -> used.add(r.variable());
                            case TypedExpression.Write w -> used.add(w.variable());
                            default -> {}
                        }
                    });
                }
            }
            Map<String, Global> result = new HashMap<>();
            memory.layout().globals().keySet().stream()
                    .filter(used::contains)
                    .forEach(g -> result.put(g.module() + ":" + g.name(), g));
            return result;
        }

        Held held(Global global) {
            int globals = memory.layout().symbols().get(ProgramLayout.GLOBALS).bits();
            return held(global.type(), globals + memory.layout().globals().get(global));
        }

        /** What a variable, property or element of a type holds. */
        Held held(Type type, int at) {
            return switch (type.representation()) {
                case INTEGER -> new Held("integer", memory.word(at));
                case FLOAT -> Held.of(Float.intBitsToFloat(memory.word(at)));
                case BOOLEAN -> new Held("boolean", memory.byteAt(at));
                case REFERENCE -> object(memory.word(at));
                case WORD -> tagged(memory.word(at));
                case NOTHING -> throw new IllegalArgumentException("holds nothing: " + type);
            };
        }

        private Held tagged(int word) {
            return switch (word) {
                case Word.FALSE -> new Held("boolean", 0);
                case Word.TRUE -> new Held("boolean", 1);
                case Word.NAN -> Held.of(Float.NaN);
                case Word.INFINITY -> Held.of(Float.POSITIVE_INFINITY);
                case Word.NEGATIVE_INFINITY -> Held.of(Float.NEGATIVE_INFINITY);
                default ->
                    Word.isInteger(word)
                            ? new Held("integer", Word.toInteger(word))
                            : Word.isFloat(word) ? Held.of(Word.toFloat(word)) : object(Word.objectIn(word));
            };
        }

        private Held object(int address) {
            if (address == 0) {
                return new Held("null", 0);
            }
            return switch (memory.className(address)) {
                case "bs_class_box_integer" -> new Held("integer", memory.word(address + 4));
                case "bs_class_box_float" -> Held.of(Float.intBitsToFloat(memory.word(address + 4)));
                default -> new Held("object", address);
            };
        }

        private int description(int object) {
            return memory.word(memory.word(object));
        }

        Kind kind(int object) {
            return Kind.values()[description(object) & 0xff];
        }

        List<Held> elements(int array) {
            Element element = Element.values()[description(array) >>> 8 & 0xff];
            int first = kind(array) == Kind.ARRAY
                    ? array + ObjectLayout.ARRAY_ELEMENTS_OFFSET
                    : memory.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET);
            List<Held> result = new ArrayList<>();
            for (int i = 0; i < memory.word(array + ObjectLayout.LENGTH_OFFSET); i++) {
                int at = first + i * element.size();
                result.add(switch (element) {
                    case BOOLEAN -> new Held("boolean", memory.byteAt(at));
                    case UINT8, INT8 -> new Held("integer", memory.byteAt(at));
                    case INT16, UINT16 -> new Held("integer", memory.byteAt(at) | memory.byteAt(at + 1) << 8);
                    case INTEGER, INT32 -> new Held("integer", memory.word(at));
                    case FLOAT, FLOAT32 -> Held.of(Float.intBitsToFloat(memory.word(at)));
                    case REFERENCE -> object(memory.word(at));
                    case TAGGED -> tagged(memory.word(at));
                    case NONE -> throw new IllegalStateException("elements of kind " + element);
                });
            }
            return result;
        }

        String string(int object) {
            StringBuilder result = new StringBuilder();
            for (int i = 0; i < memory.word(object + ObjectLayout.LENGTH_OFFSET); i++) {
                result.append((char) memory.byteAt(object + ObjectLayout.STRING_BYTES_OFFSET + i));
            }
            return result.toString();
        }

        /** Nothing of instances of classes that the program does not declare, and not where a {@code Map} keeps its entries. */
        Map<String, Held> properties(int object, String className) {
            Map<String, Held> result = new HashMap<>();
            if (classes.containsKey(className)) {
                for (Map.Entry<Field, Integer> field : classes.get(className).offsets().entrySet()) {
                    if (!GraphComparison.isByAddress(field.getKey())) {
                        result.put(field.getKey().name(), held(field.getKey().type(), object + field.getValue()));
                    }
                }
            }
            return result;
        }

        List<Capture> captures(String className) {
            return program.functions().get(closures.get(className)).captures();
        }
    }
}
