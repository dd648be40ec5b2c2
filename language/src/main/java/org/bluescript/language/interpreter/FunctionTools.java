package org.bluescript.language.interpreter;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.source.SourceSection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bluescript.language.interop.LocalScope;
import org.bluescript.language.interop.Nothing;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.ToolView;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Global;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.Type;

/** One function as tools see it: its variables are in the slots that the translation gave them. */
final class FunctionTools implements ToolView {
    private final TreeTranslator program;
    private final TypedFunction function;
    private final FunctionFrame slots;

    FunctionTools(TreeTranslator program, TypedFunction function, FunctionFrame slots) {
        this.program = program;
        this.function = function;
        this.slots = slots;
    }

    TypedFunction function() {
        return function;
    }

    FunctionFrame slots() {
        return slots;
    }

    TreeTranslator program() {
        return program;
    }

    @Override
    public SourceSection section(Span span) {
        return program.sections().of(span);
    }

    @Override
    public Object value(Type type, Object boxed) {
        return program.loaded().values().show(type, boxed);
    }

    @Override
    public Object scope(Span place, MaterializedFrame frame) {
        Map<String, LocalScope.Place> places = new LinkedHashMap<>();
        VisibleVariables.of(function, place).forEach((name, variable) -> {
            LocalScope.Place where = place(variable, frame);
            if (where != null) {
                places.put(name, where);
            }
        });
        return new LocalScope(function.displayName(), places, program.moduleScope(function.id().module()));
    }

    /** The boxed value of a variable that is visible where the frame's function is. */
    Object raw(Variable variable, MaterializedFrame frame) {
        return switch (place(variable, frame)) {
            case InSlot slot -> slot.raw();
            case InMemory memory -> memory.raw();
            case null, default -> throw new IllegalArgumentException("not in the frame: " + variable);
        };
    }

    private LocalScope.Place place(Variable variable, MaterializedFrame frame) {
        HostMachine machine = program.machine();
        return switch (variable) {
            case Global global -> null;
            case Capture capture -> {
                int inClosure = ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * capture.index();
                yield new InMemory(capture.type(), frame, f -> {
                    int at = f.getIntStatic(slots.closureSlot()) + inClosure;
                    return capture.shared() ? machine.word(at) + ObjectLayout.CELL_VALUE_OFFSET : at;
                }, capture.shared());
            }
            case Local local -> {
                if (!slots.has(local)) {
                    yield null;
                }
                int slot = slots.slot(local);
                yield local.shared()
                        ? new InMemory(local.type(), frame, f -> f.getIntStatic(slot) + ObjectLayout.CELL_VALUE_OFFSET, true)
                        : new InSlot(local, slot, frame);
            }
        };
    }

    private interface Address {
        int in(MaterializedFrame frame);
    }

    /** A variable in a cell or a closure. */
    private final class InMemory implements LocalScope.Place {
        private final Type type;
        private final MaterializedFrame frame;
        private final Address address;
        private final boolean isWritable;

        InMemory(Type type, MaterializedFrame frame, Address address, boolean isWritable) {
            this.type = type;
            this.frame = frame;
            this.address = address;
            this.isWritable = isWritable;
        }

        Object raw() {
            HostMachine machine = program.machine();
            int at = address.in(frame);
            return switch (ValueSlot.of(type)) {
                case INTEGER -> (Object) machine.word(at);
                case FLOAT -> Float.intBitsToFloat(machine.word(at));
                case BOOLEAN -> machine.memory().byteAt(at) != 0;
            };
        }

        /** A cell that is not there yet is one whose declaration has not run. */
        @Override
        public Object read() {
            int at = frame == null ? 0 : address.in(frame);
            return program.machine().holds(at) ? program.loaded().values().show(type, at, program.machine()) : Nothing.NOTHING;
        }

        @Override
        public boolean isWritable() {
            return isWritable && frame != null && program.machine().holds(address.in(frame));
        }

        @Override
        public void write(Object value) throws UnsupportedTypeException {
            program.loaded().values().store(type, address.in(frame), value);
        }
    }

    /** A variable in the frame itself. */
    private final class InSlot implements LocalScope.Place {
        private final Local local;
        private final int slot;
        private final MaterializedFrame frame;

        InSlot(Local local, int slot, MaterializedFrame frame) {
            this.local = local;
            this.slot = slot;
            this.frame = frame;
        }

        @Override
        public Object read() {
            return frame == null ? Nothing.NOTHING : value(local.type(), raw());
        }

        Object raw() {
            return switch (ValueSlot.of(local.type())) {
                case INTEGER -> (Object) frame.getIntStatic(slot);
                case FLOAT -> frame.getFloatStatic(slot);
                case BOOLEAN -> frame.getBooleanStatic(slot);
            };
        }

        @Override
        public boolean isWritable() {
            return frame != null && !local.name().equals("this");
        }

        @Override
        public void write(Object value) throws UnsupportedTypeException {
            Object boxed = program.loaded().values().accept(local.type(), value);
            switch (ValueSlot.of(local.type())) {
                case INTEGER -> frame.setIntStatic(slot, (int) boxed);
                case FLOAT -> frame.setFloatStatic(slot, (float) boxed);
                case BOOLEAN -> frame.setBooleanStatic(slot, (boolean) boxed);
            }
            int object = !local.type().isTraced() ? 0 : local.type().isReference() ? (int) boxed : Word.objectIn((int) boxed);
            slots.root(local).ifPresent(root ->
                    program.machine().roots().set(frame.getIntStatic(slots.baseSlot()) + root, object));
        }
    }

    /** The Java type of a frame slot. */
    private enum ValueSlot {
        INTEGER,
        FLOAT,
        BOOLEAN;

        static ValueSlot of(Type type) {
            return switch (type.representation()) {
                case INTEGER, REFERENCE, WORD -> INTEGER;
                case FLOAT -> FLOAT;
                case BOOLEAN -> BOOLEAN;
                case NOTHING -> throw new IllegalArgumentException("a variable of type " + type);
            };
        }
    }
}
