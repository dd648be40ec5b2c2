package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Representation;

/**
 * Everything of a program that lies in data memory before it runs, with addresses and bytes: global variables, class records,
 * string literals, constant arrays, functions that are used as values, and the collector's table of roots. Words that hold
 * code addresses are still 0; {@link #codeSlots()} says where they are.
 */
public final class ProgramLayout {
    /** The symbol of the struct of all global variables. */
    public static final String GLOBALS = "bs_globals";

    private static final String ROOTS = "bs_roots";
    private static final int ROOT_RANGE_SIZE = 8;

    /** Array literals with fewer elements are built by code. */
    private static final int LEAST_CONSTANT_ARRAY = 4;

    private final TypedProgram program;
    private final ClassLayouts classes;
    private final CodeNames code;
    private final StaticMemory memory;
    private final Map<Global, Integer> globals = new LinkedHashMap<>();
    private final Map<FunctionId, String> closureClasses = new LinkedHashMap<>();
    private final Map<FunctionId, String> functionValues = new LinkedHashMap<>();
    private final Map<TypedExpression.ArrayLiteral, String> arrays = new IdentityHashMap<>();
    private final List<Region> roots = new ArrayList<>();

    private ProgramLayout(TypedProgram program, Address base, Map<String, Address> firmware) {
        this.program = program;
        this.classes = ClassLayouts.of(program);
        this.code = CodeNames.of(program);
        this.memory = new StaticMemory(base, firmware);
        placeGlobals();
        classes.all().forEach(this::placeClass);
        program.functions().values().forEach(this::placeConstants);
        program.modules().forEach(this::placeArraysMadeOnce);
        placeRoots();
    }

    /**
     * Lays out a program.
     *
     * @param base where the data may begin
     * @param firmware addresses of the firmware's symbols, of which the built-in class records are needed
     */
    public static ProgramLayout of(TypedProgram program, Address base, Map<String, Address> firmware) {
        return new ProgramLayout(program, base, firmware);
    }

    public ClassLayouts classes() {
        return classes;
    }

    public CodeNames code() {
        return code;
    }

    public Region region() {
        return new Region(memory.base(), memory.bytes().length);
    }

    public byte[] bytes() {
        return memory.bytes();
    }

    public Map<String, Address> symbols() {
        return Collections.unmodifiableMap(memory.symbols());
    }

    public List<CodeSlot> codeSlots() {
        return Collections.unmodifiableList(memory.codeSlots());
    }

    /** The table of roots, as the heap wants it. */
    public Address roots() {
        return memory.symbols().get(ROOTS);
    }

    /** Global variables with their offsets into the struct of globals, ascending. */
    public Map<Global, Integer> globals() {
        return Collections.unmodifiableMap(globals);
    }

    public String literal(String text) {
        return memory.string(text);
    }

    public static String classSymbol(ClassLayout c) {
        return "bs_class_" + c.id() + "_" + CodeNames.identifier(c.type().name());
    }

    /** The class record of the closures that a function's {@code MakeClosure} makes. */
    public String closureClass(FunctionId function) {
        return closureClasses.get(function);
    }

    /** Bytes that a closure of the function occupies. */
    public int closureSize(FunctionId function) {
        int captures = program.functions().get(function).captures().size();
        return ObjectLayout.occupied(ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * captures);
    }

    /** The one object that stands for a function as a value. */
    public String functionValue(FunctionId function) {
        return functionValues.get(function);
    }

    /** The object for an array literal that is evaluated once and consists of constants; empty for all others. */
    public Optional<String> constantArray(TypedExpression.ArrayLiteral literal) {
        return Optional.ofNullable(arrays.get(literal));
    }

    private void placeGlobals() {
        List<Global> all =
                program.modules().stream().flatMap(m -> m.globals().stream()).toList();
        List<Global> references = all.stream().filter(g -> g.type().isReference()).toList();
        List<Global> words = all.stream().filter(g -> !g.type().isReference() && !isByte(g)).toList();
        List<Global> octets = all.stream().filter(ProgramLayout::isByte).toList();
        int end = 0;
        for (Global global : Stream.of(references, words, octets).flatMap(List::stream).toList()) {
            globals.put(global, end);
            end += isByte(global) ? 1 : 4;
        }
        Address start = memory.reserve(GLOBALS, Math.max(end, 4));
        roots.add(new Region(start, 4 * references.size()));
    }

    private static boolean isByte(Global global) {
        return global.type().representation() == Representation.BOOLEAN;
    }

    private void placeClass(ClassLayout c) {
        List<String> methods =
                c.methods().stream().map(m -> code.direct(m.implementation())).toList();
        memory.classRecord(
                classSymbol(c), Kind.OBJECT, c.type().displayName(), c.size(), c.id(), c.lastId(), c.references(), methods);
    }

    private void placeConstants(TypedFunction function) {
        TreeWalk.expressions(function.body(), expression -> {
            switch (expression) {
                case TypedExpression.StringConstant s -> memory.string(s.value());
                case TypedExpression.FunctionReference r -> placeFunctionValue(r.function());
                case TypedExpression.MakeClosure m -> placeClosureClass(m.function());
                default -> {}
            }
        });
    }

    private void placeFunctionValue(FunctionId function) {
        if (functionValues.containsKey(function)) {
            return;
        }
        placeClosureClass(function);
        String symbol = "bs_function_" + functionValues.size();
        functionValues.put(function, symbol);
        Address object = memory.reserve(symbol, ObjectLayout.CLOSURE_CAPTURES_OFFSET);
        memory.word(object, memory.symbols().get(closureClass(function)).bits());
        memory.codeSlot(object.plus(ObjectLayout.CLOSURE_CODE_OFFSET), code.value(function));
    }

    private void placeClosureClass(FunctionId id) {
        if (closureClasses.containsKey(id)) {
            return;
        }
        TypedFunction function = program.functions().get(id);
        String symbol = "bs_closure_class_" + closureClasses.size();
        closureClasses.put(id, symbol);
        int words = 1 + function.captures().size();
        List<Integer> references = new ArrayList<>(Collections.nCopies((words + 31) / 32, 0));
        for (Capture capture : function.captures()) {
            if (capture.shared() || capture.type().isReference()) {
                int word = capture.index() + 1;
                references.set(word / 32, references.get(word / 32) | 1 << word % 32);
            }
        }
        memory.classRecord(
                symbol, Kind.CLOSURE, function.displayName(), closureSize(id), 0, 0, references, List.of());
    }

    private void placeArraysMadeOnce(TypedModule module) {
        for (TypedStatement statement : program.functions().get(module.topLevel()).body().statements()) {
            if (statement instanceof TypedStatement.Evaluate evaluate
                    && evaluate.expression() instanceof TypedExpression.Write write
                    && write.variable() instanceof Global
                    && write.value() instanceof TypedExpression.ArrayLiteral literal) {
                placeArray(literal);
            }
        }
    }

    private void placeArray(TypedExpression.ArrayLiteral literal) {
        boolean constant = literal.elements().stream().allMatch(ProgramLayout::isConstant);
        if (literal.elements().size() < LEAST_CONSTANT_ARRAY || !constant || ArrayClasses.isGrowable(program, literal.type())) {
            return;
        }
        ArrayType type = literal.type();
        int[] elements = literal.elements().stream().mapToInt(this::pattern).toArray();
        String symbol = "bs_constant_array_" + arrays.size();
        Address object = memory.array(
                symbol, ArrayClasses.symbol(program, type), ArrayClasses.element(type), elements);
        arrays.put(literal, symbol);
        if (type.element().isReference()) {
            roots.add(new Region(object.plus(ObjectLayout.ARRAY_ELEMENTS_OFFSET), 4 * elements.length));
        }
    }

    private static boolean isConstant(TypedExpression e) {
        return e instanceof TypedExpression.IntegerConstant
                || e instanceof TypedExpression.FloatConstant
                || e instanceof TypedExpression.BooleanConstant
                || e instanceof TypedExpression.StringConstant;
    }

    private int pattern(TypedExpression constant) {
        return switch (constant) {
            case TypedExpression.IntegerConstant c -> c.value();
            case TypedExpression.FloatConstant c -> Float.floatToRawIntBits(c.value());
            case TypedExpression.BooleanConstant c -> c.value() ? 1 : 0;
            case TypedExpression.StringConstant c -> memory.stringAddress(c.value()).bits();
            default -> throw new IllegalArgumentException("not a constant: " + constant);
        };
    }

    private void placeRoots() {
        List<Region> ranges = roots.stream().filter(r -> r.size() > 0).toList();
        Address table = memory.reserve(ROOTS, ROOT_RANGE_SIZE * (ranges.size() + 1));
        for (int i = 0; i < ranges.size(); i++) {
            memory.word(table.plus(ROOT_RANGE_SIZE * i), ranges.get(i).base().bits());
            memory.word(table.plus(ROOT_RANGE_SIZE * i + 4), ranges.get(i).size() / 4);
        }
    }
}
