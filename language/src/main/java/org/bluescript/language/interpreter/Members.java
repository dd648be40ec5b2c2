package org.bluescript.language.interpreter;

import java.util.HashMap;
import java.util.Map;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.members.BuiltinMembers;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.members.Resolver;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.typed.FunctionValues;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;

/** What the objects of a loaded program can be asked for, found by their class records. */
final class Members {
    private final HostMachine machine;
    private DynamicMembers members;
    private Resolver resolver;
    private BuiltinMembers builtins;
    private Runnable pending = () -> {};
    private final Map<Integer, ClassType> classes = new HashMap<>();
    private final Map<Integer, FunctionType> functions = new HashMap<>();

    Members(TypedProgram program, HostMachine machine, ProgramLayout layout) {
        this.machine = machine;
        read(program, layout);
    }

    /** Goes over to what the program has become, when somebody asks next. */
    void follow(TypedProgram program, ProgramLayout layout) {
        pending = () -> read(program, layout);
    }

    private void read(TypedProgram program, ProgramLayout layout) {
        pending = () -> {};
        classes.clear();
        functions.clear();
        this.members = DynamicMembers.of(program, layout.classes());
        this.resolver = new Resolver(program);
        this.builtins = new BuiltinMembers(program);
        for (ClassLayout c : layout.classes().all()) {
            classes.put(address(layout, ProgramLayout.classSymbol(c)), c.type());
        }
        FunctionValues.of(program).forEach((f, type) -> functions.put(address(layout, layout.closureClass(f)), type));
    }

    private static int address(ProgramLayout layout, String symbol) {
        return layout.symbols().get(symbol).bits();
    }

    /** What the access means for objects with this class record. */
    Resolution resolve(MemberAccess access, int classRecord, Operands operands) {
        pending.run();
        ClassType type = classes.get(classRecord);
        if (type != null) {
            return members.find(type, access)
                    .map(m -> resolver.resolve(access, m, operands))
                    .orElseGet(Resolution.Unknown::new);
        }
        return builtins.receiversOf(access).stream()
                .filter(r -> isReceiver(r, classRecord))
                .findFirst()
                .map(r -> builtins.resolve(access, r, operands))
                .orElseGet(Resolution.Unknown::new);
    }

    private boolean isReceiver(BuiltinMembers.Receiver receiver, int classRecord) {
        int kind = machine.word(classRecord) & 0xff;
        return switch (receiver) {
            case STRING -> kind == Kind.STRING.ordinal();
            case VECTOR -> kind == Kind.VECTOR.ordinal();
            case ARRAY -> machine.words().isView(classRecord);
        };
    }

    /** What a call means for closures with this class record. */
    Resolution resolveCall(int classRecord, Operands operands) {
        pending.run();
        FunctionType type = functions.get(classRecord);
        return type == null ? new Resolution.Unknown() : Resolver.call(type, operands);
    }
}
