package org.bluescript.language.interpreter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.GrowingLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.SessionMemory;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * A program that grows, in a machine of its own. Functions have one {@link Code} for life, whatever their bodies become; what
 * has been translated is thrown away as a whole when something that it relies on has changed, which only happens while nothing
 * runs.
 */
public final class SessionProgram {
    private final BlueScriptLanguage language;
    private final HostMachine machine;
    private final SessionMemory memory;
    private final GrowingLayout growing;
    private final SourceSections sections = new SourceSections();
    private final Map<FunctionId, Code> functions = new HashMap<>();
    private final Map<FunctionId, Integer> words = new HashMap<>();
    private Members members;
    private TreeTranslator translator;

    /** In a machine that is new. The context must have been entered. */
    public SessionProgram(HostMachine machine) {
        this.language = BlueScriptLanguage.get();
        this.machine = machine;
        this.memory = machine.session();
        this.growing = new GrowingLayout(memory, machine.firmware());
    }

    public HostMachine machine() {
        return machine;
    }

    public SessionMemory memory() {
        return memory;
    }

    public ProgramLayout layout() {
        return growing.now();
    }

    /**
     * Makes the program what it is with a further line.
     *
     * @param added functions that are new or in the place of others
     * @param replaces whether older functions rely on what has changed
     */
    public void grow(TypedProgram program, Map<FunctionId, TypedFunction> added, boolean replaces) {
        boolean isFirst = translator == null;
        ProgramLayout layout = growing.grow(program, added.values(), replaces);
        added.keySet().forEach(this::enter);
        writeCode(growing.takeCodeSlots());
        if (isFirst) {
            machine.load(memory, layout);
            members = new Members(program, machine, layout);
        } else {
            members.follow(program, layout);
        }
        if (replaces) {
            machine.changeRecords(growing.takeMoved());
        }
        follow(program);
        if (growing.outdates()) {
            functions.values().forEach(Code::forget);
        }
    }

    /** Goes back to what a program was whose line did not end well: code and classes that are new remain. */
    public void restore(TypedProgram program, boolean replaced) {
        follow(program);
        if (replaced) {
            functions.values().forEach(Code::forget);
        }
    }

    private void follow(TypedProgram program) {
        translator = new TreeTranslator(
                language, program, machine, sections, growing.now(), members, functions, words);
    }

    private void enter(FunctionId id) {
        if (functions.containsKey(id)) {
            functions.get(id).forget();
            return;
        }
        boolean isClosure = translatedKind(id);
        Code code = new Code(isClosure, () -> translator.translate(translator.typed().functions().get(id)));
        CodeNames names = growing.now().code();
        functions.put(id, code);
        words.put(id, machine.code().add(code, List.of(names.direct(id), names.value(id), names.uniform(id))));
    }

    /** Texts of the function's literals that nothing else has needed so far. */
    public List<String> newLiterals(TypedFunction function) {
        List<String> result = new ArrayList<>();
        TreeWalk.expressions(function.body(), e -> {
            if (e instanceof TypedExpression.StringConstant s && !growing.hasLiteral(s.value())) {
                result.add(s.value());
            }
        });
        return result;
    }

    /** Nobody needs the variable any more. */
    public void release(Global global) {
        growing.release(global);
    }

    /** The statements of a line have run, and will not again. */
    public void forget(FunctionId topLevel, Collection<String> literals) {
        CodeNames names = growing.now().code();
        machine.code().remove(List.of(names.direct(topLevel), names.value(topLevel), names.uniform(topLevel)));
        functions.remove(topLevel);
        words.remove(topLevel);
        growing.forget(topLevel);
        growing.releaseLiterals(literals);
    }

    private boolean translatedKind(FunctionId id) {
        return growing.now().program().functions().get(id).kind() == TypedFunction.Kind.CLOSURE;
    }

    private void writeCode(List<CodeSlot> slots) {
        for (CodeSlot slot : slots) {
            machine.code().slot(slot);
            machine.memory().writeWord(slot.address(), machine.code().word(slot.symbol()));
        }
    }

    /** What is in those of the variables that have a place; it is kept alive until {@link #forgetSaved}. */
    public Map<Global, Integer> save(Collection<Global> variables) {
        Map<Global, Integer> words = new LinkedHashMap<>();
        for (Global variable : variables) {
            Integer place = layout().globals().get(variable);
            if (place != null) {
                words.put(variable, machine.word(place));
            }
        }
        int base = machine.roots().push(words.size());
        words.forEach((variable, word) -> machine.roots().set(base + indexOf(variable, words), referenceIn(variable.type(), word)));
        return words;
    }

    private static int indexOf(Global variable, Map<Global, Integer> words) {
        return List.copyOf(words.keySet()).indexOf(variable);
    }

    /** The address of the object that a variable holds, or 0. */
    private static int referenceIn(Type type, int word) {
        boolean isPointer = type.isTraced() && (word & Word.TAG_MASK) == Word.TAG_POINTER;
        return type.isReference() ? word : isPointer ? word - Word.TAG_POINTER : 0;
    }

    /** What was saved is not needed. Nothing may be running. */
    public void forgetSaved() {
        machine.roots().pop(0);
    }

    /** Gives variables what they held. Nothing may be running. */
    public void restore(Map<Global, Integer> saved) {
        saved.forEach((variable, word) -> machine.memory().word(layout().globals().get(variable), word));
        forgetSaved();
    }

    /** Runs a function that takes nothing and gives nothing. Errors are thrown as they are. */
    public void run(FunctionId function) {
        machine.enter();
        try {
            functions.get(function).target().call();
        } finally {
            machine.leave();
        }
    }
}
