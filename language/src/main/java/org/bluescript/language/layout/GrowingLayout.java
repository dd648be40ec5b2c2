package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.FunctionValues;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/**
 * The static data of a program that grows. What has got a place keeps it, for objects and code may refer to it; what is new gets a
 * place of its own, one by one, in a {@link SessionRoom}. Class records are written anew when classes come, because their numbers
 * change; a record that gets longer moves, and {@link #moved} tells from where to where. All arrays can grow, and everything
 * is there that values of type {@code any} may need: a later line may have some.
 */
public final class GrowingLayout {
    final Map<FunctionId, Integer> signatureNumbers;
    final Map<FunctionId, Integer> parameterCounts;
    final Map<Global, Integer> globals;
    final Map<FunctionId, FunctionType> uniform;
    final Map<FunctionId, String> closureClasses;
    final Map<FunctionId, String> functionValues;

    private final SessionRoom room;
    private final StaticMemory memory;
    private final CodeNames code;
    private final ChangeLog log;
    private final Map<ClassType, Record> records;
    private final Map<Address, Address> moved = new LinkedHashMap<>();
    private final Set<Type> expected;
    private final LoggedValue<TypeTests> tests;
    private final LoggedValue<ClassLayouts> classes;
    private Signatures signatures;
    private ArrayClassRecords arrays;
    private ProgramLayout now;
    private boolean outdates;
    private boolean remade;
    private final LoggedValue<Known> made;
    private Optional<EntryTable> entries = Optional.empty();

    /** @param code of the methods, of what the record says now; there may be room for more */
    private record Record(String symbol, Address address, int methods, ClassLayout layout, List<String> code) {}

    /** What compiled code relies on: numbers, properties and method tables of classes, and where their records are. */
    private record Known(Map<ClassType, ClassLayout> layouts, Map<String, Address> records) {
        boolean hasAllOf(Known before) {
            return layouts.entrySet().containsAll(before.layouts.entrySet())
                    && records.entrySet().containsAll(before.records.entrySet());
        }
    }

    /** @param log is told of what changes in the layout; who reverts that calls {@link #follow} */
    public GrowingLayout(SessionRoom room, Map<String, Address> firmware, ChangeLog log) {
        this.room = room;
        this.log = log;
        this.memory = new StaticMemory(room, firmware, log);
        this.code = CodeNames.growing(log);
        this.signatureNumbers = log.map();
        this.parameterCounts = log.map();
        this.globals = log.map();
        this.uniform = log.map();
        this.closureClasses = log.map();
        this.functionValues = log.map();
        this.records = log.map();
        this.expected = log.set();
        this.tests = log.value(null);
        this.classes = log.value(null);
        this.made = log.value(new Known(Map.of(), Map.of()));
        memory.symbols().put(ProgramLayout.GLOBALS, Address.of(0));
    }

    /** The program's code is to be a board's, too: its functions are found in a table. */
    public void share(EntryTable table) {
        entries = Optional.of(table);
    }

    /** Where code of a board finds its functions, if there is one. */
    Optional<EntryTable> entries() {
        return entries;
    }

    /** Names what is already there. */
    public void define(String symbol, Address address) {
        memory.symbols().put(symbol, address);
    }

    /** The layout of what the program is now. */
    public ProgramLayout now() {
        return now;
    }

    /** Words of static data that hold code, since the last time that somebody asked. */
    public List<CodeSlot> takeCodeSlots() {
        List<CodeSlot> result = List.copyOf(memory.codeSlots());
        memory.codeSlots().clear();
        return result;
    }

    /** Class records that have moved, since the last time that somebody asked: from where to where. */
    public Map<Address, Address> takeMoved() {
        Map<Address, Address> result = new LinkedHashMap<>(moved);
        moved.clear();
        return result;
    }

    /** Whether code that was made for the program before is wrong now. */
    public boolean outdates() {
        return outdates;
    }

    /**
     * Whether compiled code that was made for the program before is wrong now, whatever functions it has: it knows classes by numbers. That
     * there are more classes is no reason, but for code that uses members of any class that has them.
     */
    public boolean remade() {
        return remade;
    }

    private void noteWhatCompiledCodeKnows() {
        Map<String, Address> records = new LinkedHashMap<>();
        memory.symbols().forEach((symbol, address) -> {
            if (symbol.startsWith("bs_class_") || symbol.startsWith("bs_type_tests_")) {
                records.put(symbol, address);
            }
        });
        Map<ClassType, ClassLayout> layouts = new LinkedHashMap<>();
        classes.get().all().forEach(c -> layouts.put(c.type(), c));
        Known known = new Known(layouts, records);
        remade = !known.hasAllOf(made.get());
        made.set(known);
    }

    Address record(ClassType type) {
        return records.get(type).address();
    }

    /**
     * Lays out what the program has by now.
     *
     * @param added functions that are new, or in the place of others
     * @param replaces whether something else is new than functions
     */
    public ProgramLayout grow(TypedProgram program, Collection<TypedFunction> added, boolean replaces) {
        boolean isFirst = now == null;
        outdates = replaces;
        added.forEach(f -> code.add(f.id()));
        program.modules().forEach(m -> m.globals().forEach(this::place));
        if (isFirst || replaces) {
            placeClasses(program);
        }
        int before = isFirst ? -1 : signatures.count();
        if (isFirst) {
            signatures = Signatures.growing(program, log);
            arrays = new ArrayClassRecords(program, memory, log);
            tests.set(new TypeTests(program, classes.get(), memory, signatures, arrays, log));
        }
        follow(program);
        added.forEach(now::numberSignatures);
        uniform.putAll(FunctionValues.of(added));
        DynamicUses uses = DynamicUses.of(program, added, uniform.values());
        if (isFirst) {
            TypeNames.ALL.forEach(memory::stringAddress);
        }
        int arraysBefore = arrays.count();
        uses.types().forEach(arrays::placeTyped);
        uses.types().forEach(arrays::place);
        expected.addAll(uses.expected());
        placeTests(program, replaces || signatures.count() != before, arrays.count() != arraysBefore);
        follow(program);
        added.forEach(now::placeConstants);
        if (isFirst) {
            now.placeErrors();
        }
        if (entries.isPresent()) {
            noteWhatCompiledCodeKnows();
        }
        return now;
    }

    /** Nobody needs the variable any more. */
    public void release(Global global) {
        Integer place = globals.remove(global);
        if (place != null) {
            room.releaseVariable(kind(global.type()), Address.of(place));
        }
    }

    /** Whether there is a string object with the text. */
    public boolean hasLiteral(String text) {
        return memory.hasString(text);
    }

    /** Nobody needs these literals any more. */
    public void releaseLiterals(Collection<String> texts) {
        texts.forEach(memory::releaseString);
    }

    /** Nobody calls the function any more, and no object holds it. */
    public void forget(FunctionId function) {
        code.remove(function);
        signatureNumbers.remove(function);
        parameterCounts.remove(function);
        uniform.remove(function);
        Optional.ofNullable(closureClasses.remove(function)).ifPresent(memory::release);
        Optional.ofNullable(functionValues.remove(function)).ifPresent(memory::release);
    }

    /** Where everything lies, by symbol. */
    public Map<String, Address> symbols() {
        return new TreeMap<>(memory.symbols());
    }

    /** The functions of closures by the addresses of their class records. */
    public Map<Integer, FunctionId> closures() {
        Map<Integer, FunctionId> result = new LinkedHashMap<>();
        closureClasses.forEach((id, symbol) -> result.put(memory.symbols().get(symbol).bits(), id));
        return result;
    }

    /** The functions that are values, by the addresses of the objects that stand for them. */
    public Map<Integer, FunctionId> values() {
        Map<Integer, FunctionId> result = new LinkedHashMap<>();
        functionValues.forEach((id, symbol) -> result.put(memory.symbols().get(symbol).bits(), id));
        return result;
    }

    /** Gives up all literals but these, and those that static data hold. */
    public void keepLiterals(Set<String> needed) {
        List.copyOf(memory.texts()).stream().filter(t -> !needed.contains(t)).forEach(memory::releaseString);
    }

    /** The program has become what it was some time before. */
    public void follow(TypedProgram program) {
        signatures.follow(program);
        arrays.follow(program);
        tests.get().follow(program, classes.get());
        now = new ProgramLayout(program, classes.get(), code, signatures, memory, arrays, tests.get(), this);
    }

    /** Tables of tests say what fits by now; so new classes and signatures need new ones. */
    private void placeTests(TypedProgram program, boolean anew, boolean newArrays) {
        if (anew) {
            outdates |= !tests.get().types().isEmpty();
            expected.addAll(tests.get().types());
            tests.get().release();
            tests.set(new TypeTests(program, classes.get(), memory, signatures, arrays, log));
        }
        if (anew || newArrays) {
            arrays.connect(tests.get());
        }
        expected.forEach(tests.get()::place);
    }

    private void place(Global global) {
        globals.computeIfAbsent(global, g -> {
            SessionRoom.Variable kind = kind(g.type());
            Address place = room.variable(kind);
            if (kind == SessionRoom.Variable.TAGGED) {
                memory.word(place, Word.NULL);
            }
            return place.bits();
        });
    }

    private static SessionRoom.Variable kind(Type type) {
        return type.isReference()
                ? SessionRoom.Variable.REFERENCE
                : type.isTraced() ? SessionRoom.Variable.TAGGED : SessionRoom.Variable.PLAIN;
    }

    private void placeClasses(TypedProgram program) {
        classes.set(ClassLayouts.of(program));
        List<ClassLayout> changed = new ArrayList<>();
        classes.get().all().forEach(c -> {
            Record old = records.get(c.type());
            if (old == null || !old.layout().equals(c) || !old.code().equals(code(c))) {
                changed.add(c);
            }
        });
        changed.stream().map(c -> records.get(c.type())).filter(r -> r != null).forEach(r -> memory.symbols().remove(r.symbol()));
        changed.forEach(c -> place(c, program));
    }

    private List<String> code(ClassLayout c) {
        return c.methods().stream().map(m -> code.direct(m.implementation())).toList();
    }

    private void place(ClassLayout c, TypedProgram program) {
        List<String> methods = code(c);
        Record old = records.get(c.type());
        boolean fits = old != null && old.methods() >= methods.size() && old.layout().references().size() == c.references().size()
                && c.references().size() == 1;
        String symbol = ProgramLayout.classSymbol(c);
        memory.string(c.type().displayName());
        Address record;
        if (fits) {
            record = old.address();
            memory.symbols().put(symbol, record);
            records.put(c.type(), new Record(symbol, record, old.methods(), c, methods));
        } else {
            record = memory.reserve(symbol, ObjectLayout.CLASS_METHODS_OFFSET + 4 * methods.size());
            records.put(c.type(), new Record(symbol, record, methods.size(), c, methods));
            if (old != null) {
                moved.put(old.address(), record);
            }
        }
        memory.writeClassRecord(
                record, symbol, Kind.OBJECT, c.type().displayName(), c.size(), c.id(), c.lastId(), c.references(), c.tagged(),
                methods);
        if (program.isSubclass(c.type(), ErrorClasses.ERROR)) {
            memory.octet(record.plus(ObjectLayout.CLASS_ELEMENT_OFFSET), ObjectLayout.ERROR_CLASS);
        }
    }
}
