package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.ErrorClasses;
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
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

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
    private final Map<Address, ClassLayout> classesByRecord = new HashMap<>();
    private final CodeNames code;
    private final Signatures signatures;
    private final Map<FunctionId, Integer> signatureNumbers;
    private final DynamicUses dynamic;
    private final StaticMemory memory;
    /** Nothing for a program that grows. */
    private final Optional<Image> image;
    private final Map<Global, Integer> globals;
    private final Map<FunctionId, FunctionType> uniform;
    private final Map<FunctionId, Integer> parameterCounts;
    private final Map<FunctionId, String> closureClasses;
    private final Map<FunctionId, String> functionValues;
    private final Map<TypedExpression.ArrayLiteral, String> arrays = new IdentityHashMap<>();
    private final List<Root> roots = new ArrayList<>();
    private final ArrayClassRecords arrayClasses;
    private final TypeTests typeTests;
    private final Sharing sharing;
    /** Of array literals by where they stand, where they may be other objects than in the source's typed tree. */
    private final Map<Span, String> arrayPlaces = new HashMap<>();
    private Optional<EntryTable> entries = Optional.empty();

    /** Who runs the program. */
    private enum Sharing {
        /** The device alone, or the host alone. */
        NONE,
        /** The host, and the device the functions that need one. */
        DEVICE_BOUND,
        /** The host and the device, in turns. */
        TIERED
    }

    /** Variables that keep objects alive: references, or words of type {@code any}. */
    private record Root(Address start, int count, boolean tagged) {}

    private ProgramLayout(TypedProgram program, Address base, Map<String, Address> firmware, Sharing sharing) {
        this.program = program;
        this.sharing = sharing;
        this.signatureNumbers = new LinkedHashMap<>();
        this.parameterCounts = new LinkedHashMap<>();
        this.globals = new LinkedHashMap<>();
        this.closureClasses = new LinkedHashMap<>();
        this.functionValues = new LinkedHashMap<>();
        this.classes = ClassLayouts.of(program);
        this.code = CodeNames.of(program);
        this.signatures = new Signatures(program);
        this.uniform = UniformEntries.of(program);
        this.dynamic = DynamicUses.of(program, uniform.values());
        Image bytes = new Image(base);
        this.image = Optional.of(bytes);
        this.memory = new StaticMemory(bytes, firmware, ChangeLog.NONE);
        placeGlobals();
        if (isShared()) {
            placeExchange();
        }
        classes.all().forEach(this::placeClass);
        program.functions().values().forEach(this::numberSignatures);
        arrayClasses = new ArrayClassRecords(program, memory, ChangeLog.NONE);
        typeTests = new TypeTests(program, classes, memory, signatures, arrayClasses, ChangeLog.NONE);
        dynamic.types().forEach(arrayClasses::placeTyped);
        if (dynamic.any()) {
            dynamic.types().forEach(arrayClasses::place);
            arrayClasses.connect(typeTests);
            dynamic.expected().forEach(typeTests::place);
        }
        if (dynamic.typeNames()) {
            TypeNames.ALL.forEach(memory::string);
        }
        program.functions().values().forEach(this::placeConstants);
        program.modules().forEach(this::placeArraysMadeOnce);
        if (ErrorClasses.areCaught(program)) {
            placeErrors();
        }
        if (isTiered()) {
            entries = Optional.of(EntryTable.place(memory, heldCode(), replaceableCode()));
        }
        placeRoots();
        memory.close();
    }

    /** The data of a program for another one that was made from it: see {@link #of(TypedProgram)}. */
    private ProgramLayout(ProgramLayout source, TypedProgram program) {
        this.program = source.program;
        this.sharing = source.sharing;
        this.classes = source.classes;
        this.classesByRecord.putAll(source.classesByRecord);
        this.code = source.code.extended(program);
        this.signatures = source.signatures;
        this.dynamic = source.dynamic;
        this.memory = source.memory;
        this.image = source.image;
        this.signatureNumbers = Map.of();
        this.parameterCounts = Map.of();
        this.globals = source.globals;
        this.uniform = source.uniform;
        this.closureClasses = source.closureClasses;
        this.functionValues = source.functionValues;
        this.arrayClasses = source.arrayClasses;
        this.typeTests = source.typeTests;
        this.arrayPlaces.putAll(source.arrayPlaces);
        source.arrays.forEach((literal, symbol) -> this.arrayPlaces.put(literal.span(), symbol));
        this.entries = source.entries;
    }

    /** What a program that grows has come to, with all parts but those that are made anew shared with what it was before. */
    ProgramLayout(
            TypedProgram program,
            ClassLayouts classes,
            CodeNames code,
            Signatures signatures,
            StaticMemory memory,
            ArrayClassRecords arrayClasses,
            TypeTests typeTests,
            GrowingLayout parts) {
        this.program = program;
        this.sharing = parts.entries().isPresent() ? Sharing.TIERED : Sharing.NONE;
        this.entries = parts.entries();
        this.classes = classes;
        this.code = code;
        this.signatures = signatures;
        this.memory = memory;
        this.image = Optional.empty();
        this.arrayClasses = arrayClasses;
        this.typeTests = typeTests;
        this.dynamic = new DynamicUses(true, true, Set.of(), Set.of());
        this.signatureNumbers = parts.signatureNumbers;
        this.parameterCounts = parts.parameterCounts;
        this.globals = parts.globals;
        this.uniform = parts.uniform;
        this.closureClasses = parts.closureClasses;
        this.functionValues = parts.functionValues;
        classes.all().forEach(c -> classesByRecord.put(parts.record(c.type()), c));
    }

    /**
     * Lays out a program.
     *
     * @param base where the data may begin
     * @param firmware addresses of the firmware's symbols, of which the built-in class records are needed
     */
    public static ProgramLayout of(TypedProgram program, Address base, Map<String, Address> firmware) {
        return new ProgramLayout(program, base, firmware, Sharing.NONE);
    }

    /**
     * The same for a program that host and device run together, each some of its functions: with room for what the host
     * hands over beside the arguments that fit registers, see {@link Exchange}.
     */
    public static ProgramLayout shared(TypedProgram program, Address base, Map<String, Address> firmware) {
        return new ProgramLayout(program, base, firmware, Sharing.DEVICE_BOUND);
    }

    /**
     * The same for a program that host and device run in turns, with code that is replaced meanwhile: data and objects hold
     * addresses of {@link #entries} where they would hold those of code.
     */
    public static ProgramLayout tiered(TypedProgram program, Address base, Map<String, Address> firmware) {
        return new ProgramLayout(program, base, firmware, Sharing.TIERED);
    }

    /**
     * These data as the places of another program's, which was made from this one and needs no more than this: functions that only it
     * has get symbols, nothing else does.
     */
    public ProgramLayout of(TypedProgram specialised) {
        return new ProgramLayout(this, specialised);
    }

    /** Whether host and device run the program together. */
    public boolean isShared() {
        return sharing != Sharing.NONE;
    }

    /** Whether it is that of a program that grows. */
    public boolean isGrowing() {
        return image.isEmpty();
    }

    /** Whether each of them may run any function. */
    public boolean isTiered() {
        return sharing == Sharing.TIERED;
    }

    /** Where data and objects of a tiered program find the code of functions. */
    public Optional<EntryTable> entries() {
        return entries;
    }

    /** What is laid out. */
    public TypedProgram program() {
        return program;
    }

    public ClassLayouts classes() {
        return classes;
    }

    public CodeNames code() {
        return code;
    }

    public Region region() {
        return new Region(image.orElseThrow().base(), bytes().length);
    }

    public byte[] bytes() {
        return image.orElseThrow().bytes();
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

    /** The table of errors, of a program that catches some. */
    public Optional<Address> errors() {
        return Optional.ofNullable(memory.symbols().get(ErrorTable.SYMBOL));
    }

    /** Global variables with their offsets into the struct of globals, ascending. */
    public Map<Global, Integer> globals() {
        return Collections.unmodifiableMap(globals);
    }

    /** The symbol of the class record of arrays of an array or typed array type: the program's own, or the firmware's. */
    public String arrayClass(Type type) {
        return arrayClasses.symbol(type);
    }

    /**
     * The type of the values with the class record at an address, if all of them have it: the class whose direct instances they
     * are, a type of arrays, string, or what is in a box. Nothing for functions, for cells, and for arrays of references in a program
     * that has no values of type {@code any}.
     */
    public Optional<Type> typeOf(Address classRecord) {
        Optional<Type> ofClass = Optional.ofNullable(classesByRecord.get(classRecord)).map(ClassLayout::type);
        return ofClass.or(() -> arrayClasses.typeOf(classRecord)).or(() -> firmwareType(classRecord));
    }

    private Optional<Type> firmwareType(Address classRecord) {
        return Stream.of(PrimitiveType.STRING, PrimitiveType.INTEGER, PrimitiveType.FLOAT)
                .filter(t -> memory.firmware(t == PrimitiveType.STRING ? "bs_class_string" : "bs_class_box_" + t).equals(classRecord))
                .<Type>map(t -> t)
                .findFirst();
    }

    /** Whether the program has values of type {@code any}. */
    public boolean hasAny() {
        return dynamic.any();
    }

    /** Whether the program uses {@code typeof} on values of type {@code any}. */
    public boolean hasTypeNames() {
        return dynamic.typeNames();
    }

    /** The symbol of the tests by which a value of type {@code any} shows that it is of a type, one of references. */
    public String typeTests(Type type) {
        String symbol = typeTests.symbol(type);
        if (symbol == null) {
            throw new IllegalStateException("no tests were laid out for " + type);
        }
        return symbol;
    }

    /** Whether a string with this text was laid out. */
    public boolean hasLiteral(String text) {
        return memory.hasString(text);
    }

    /** Whether a function was laid out as a value. */
    public boolean hasFunctionValue(FunctionId function) {
        return functionValues.containsKey(function);
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

    /** The functions that have a uniform entry, with their types. */
    public Map<FunctionId, FunctionType> uniformEntries() {
        return uniform;
    }

    /** The object for an array literal that is evaluated once and consists of constants; empty for all others. */
    public Optional<String> constantArray(TypedExpression.ArrayLiteral literal) {
        return Optional.ofNullable(arrays.get(literal)).or(() -> Optional.ofNullable(arrayPlaces.get(literal.span())));
    }

    private void placeGlobals() {
        List<Global> all =
                program.modules().stream().flatMap(m -> m.globals().stream()).toList();
        List<Global> references = all.stream().filter(g -> g.type().isReference()).toList();
        List<Global> tagged = all.stream().filter(g -> g.type().isTraced() && !g.type().isReference()).toList();
        List<Global> words = all.stream().filter(g -> !g.type().isTraced() && !isByte(g)).toList();
        List<Global> octets = all.stream().filter(ProgramLayout::isByte).toList();
        int end = 0;
        for (Global global : Stream.of(references, tagged, words, octets).flatMap(List::stream).toList()) {
            globals.put(global, end);
            end += isByte(global) ? 1 : 4;
        }
        Address start = memory.reserve(GLOBALS, Math.max(end, 4));
        roots.add(new Root(start, references.size(), false));
        roots.add(new Root(start.plus(4 * references.size()), tagged.size(), true));
        tagged.forEach(g -> memory.word(start.plus(globals.get(g)), Word.NULL));
    }

    private void placeExchange() {
        Address start = memory.reserve(Exchange.SYMBOL, isTiered() ? Exchange.tieredBytes(program) : Exchange.bytes(program));
        roots.add(new Root(start, Exchange.ROOTS, false));
    }

    private static boolean isByte(Global global) {
        return global.type().representation() == Representation.BOOLEAN;
    }

    private void placeClass(ClassLayout c) {
        List<String> methods =
                c.methods().stream().map(m -> code.direct(m.implementation())).toList();
        Address record = memory.classRecord(
                classSymbol(c), Kind.OBJECT, c.type().displayName(), c.size(), c.id(), c.lastId(), c.references(), c.tagged(),
                methods);
        classesByRecord.put(record, c);
        if (program.isSubclass(c.type(), ErrorClasses.ERROR)) {
            memory.octet(record.plus(ObjectLayout.CLASS_ELEMENT_OFFSET), ObjectLayout.ERROR_CLASS);
        }
    }

    void placeErrors() {
        Address table = ErrorTable.place(memory, classes);
        Address outOfMemory = table.plus(ErrorLayout.OUT_OF_MEMORY_OFFSET);
        roots.add(new Root(outOfMemory.plus(ObjectLayout.ERROR_NAME_OFFSET), 2, false));
    }

    void placeConstants(TypedFunction function) {
        TreeWalk.expressions(function.body(), expression -> {
            switch (expression) {
                case TypedExpression.StringConstant s -> memory.string(s.value());
                case TypedExpression.FunctionReference r -> placeFunctionValue(r.function());
                case TypedExpression.MakeClosure m -> placeClosureClass(m.function());
                case TypedExpression.DynamicRead d -> memory.string(d.name());
                case TypedExpression.DynamicWrite d -> memory.string(d.name());
                case TypedExpression.DynamicMethodCall d -> memory.string(d.name());
                default -> {}
            }
        });
    }

    private void placeFunctionValue(FunctionId function) {
        if (functionValues.containsKey(function)) {
            return;
        }
        placeClosureClass(function);
        String symbol = "bs_function_" + mark(function, functionValues.size());
        functionValues.put(function, symbol);
        Address object = memory.object(symbol, ObjectLayout.CLOSURE_CAPTURES_OFFSET);
        memory.word(object, memory.symbols().get(closureClass(function)).bits());
        memory.codeSlot(object.plus(ObjectLayout.CLOSURE_CODE_OFFSET), code.value(function));
    }

    /** What tells symbols apart: a number, or where some go away again, a name. */
    private String mark(FunctionId function, int number) {
        return isGrowing() ? code.direct(function) : Integer.toString(number);
    }

    void numberSignatures(TypedFunction function) {
        TreeWalk.expressions(function.body(), expression -> {
            switch (expression) {
                case TypedExpression.FunctionReference r -> numberSignature(r.function(), r.type());
                case TypedExpression.MakeClosure m -> numberSignature(m.function(), m.type());
                default -> {}
            }
        });
    }

    private void numberSignature(FunctionId function, FunctionType type) {
        signatureNumbers.put(function, signatures.number(type));
        parameterCounts.put(function, ObjectLayout.parameterCount(type.hasRest() ? Integer.MAX_VALUE : type.fixed()));
    }

    private void placeClosureClass(FunctionId id) {
        if (closureClasses.containsKey(id)) {
            return;
        }
        TypedFunction function = program.functions().get(id);
        String symbol = "bs_closure_class_" + mark(id, closureClasses.size());
        closureClasses.put(id, symbol);
        int signature = signatureNumbers.get(id);
        int words = 1 + function.captures().size();
        List<Integer> references = new ArrayList<>(Collections.nCopies((words + 31) / 32, 0));
        List<Integer> tagged = new ArrayList<>(references);
        for (Capture capture : function.captures()) {
            if (capture.shared() || capture.type().isTraced()) {
                List<Integer> bitmap = capture.shared() || capture.type().isReference() ? references : tagged;
                int word = capture.index() + 1;
                bitmap.set(word / 32, bitmap.get(word / 32) | 1 << word % 32);
            }
        }
        List<String> methods = uniform.containsKey(id) ? List.of(code.uniform(id)) : List.of();
        Address record = memory.classRecord(
                symbol, Kind.CLOSURE, function.displayName(), closureSize(id), signature, signature, references, tagged, methods);
        memory.octet(record.plus(ObjectLayout.CLASS_ELEMENT_OFFSET), parameterCounts.get(id));
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
                symbol, arrayClasses.address(type), ArrayClasses.element(type), elements);
        arrays.put(literal, symbol);
        if (type.element().isReference()) {
            roots.add(new Root(object.plus(ObjectLayout.ARRAY_ELEMENTS_OFFSET), elements.length, false));
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

    /** The symbols of code whose address static data hold, and objects may. */
    private Set<String> heldCode() {
        Set<String> held = new LinkedHashSet<>();
        memory.codeSlots().stream().map(CodeSlot::symbol).forEach(held::add);
        closureClasses.keySet().stream()
                .filter(f -> program.functions().get(f).kind() == TypedFunction.Kind.CLOSURE)
                .map(code::direct)
                .forEach(held::add);
        return held;
    }

    private Set<String> replaceableCode() {
        Set<String> result = new LinkedHashSet<>();
        program.functions().values().stream()
                .filter(EntryTable::mayImprove)
                .map(TypedFunction::id)
                .map(code::direct)
                .forEach(result::add);
        return result;
    }

    private void placeRoots() {
        List<Root> ranges = roots.stream().filter(r -> r.count() > 0).toList();
        Address table = memory.reserve(ROOTS, ROOT_RANGE_SIZE * (ranges.size() + 1));
        for (int i = 0; i < ranges.size(); i++) {
            int flag = ranges.get(i).tagged() ? HeapLayout.ROOT_TAGGED : 0;
            memory.word(table.plus(ROOT_RANGE_SIZE * i), ranges.get(i).start().bits() | flag);
            memory.word(table.plus(ROOT_RANGE_SIZE * i + 4), ranges.get(i).count());
        }
    }
}
