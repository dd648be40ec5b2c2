package org.bluescript.language.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.typed.TypedProgram;

/** A whole program: each execution loads it into a new machine and runs its modules in order. */
final class ProgramRootNode extends RootNode {
    private final BlueScriptLanguage language;
    private final TypedProgram program;
    private final SourceSections sections;

    ProgramRootNode(BlueScriptLanguage language, TypedProgram program, SourceSections sections) {
        super(language);
        this.language = language;
        this.program = program;
        this.sections = sections;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return run();
    }

    @TruffleBoundary
    private Object run() {
        BlueScriptContext context = BlueScriptContext.get(this);
        HostMachine machine = context.stressesHeap()
                ? HostMachine.stressed(context.output())
                : HostMachine.of(context.output());
        TreeTranslator translator = new TreeTranslator(language, program, machine, sections);
        context.scope().show(translator::mainScope);
        return translator.run();
    }

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "(program)";
    }
}
