package org.bluescript.language.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.Optional;
import org.bluescript.language.machine.DeviceTrouble;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** A whole program: each execution loads it into a new machine and runs its modules in order. */
final class ProgramRootNode extends RootNode {
    private final BlueScriptLanguage language;
    private final TypedProgram program;
    private final SourceSections sections;
    private final Optional<Observations> observations;
    private final Optional<Tiers> tiers;

    /**
     * @param observations of the one execution that is observed, if one is
     * @param tiers of the one execution that a device takes part in with any function, if one does
     */
    ProgramRootNode(
            BlueScriptLanguage language,
            TypedProgram program,
            SourceSections sections,
            Optional<Observations> observations,
            Optional<Tiers> tiers) {
        super(language);
        this.language = language;
        this.program = program;
        this.sections = sections;
        this.observations = observations;
        this.tiers = tiers;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return run();
    }

    @TruffleBoundary
    private Object run() {
        BlueScriptContext context = BlueScriptContext.get(this);
        Stress stress = context.stressesHeap() ? Stress.COLLECTING : Stress.NONE;
        HostMachine machine = place(context)
                .map(placed -> HostMachine.sharing(placed, context.output(), stress))
                .orElseGet(() -> HostMachine.under(stress, context.output()));
        TreeTranslator translator = new TreeTranslator(language, program, machine, sections, observations, tiers);
        context.scope().show(translator::mainScope);
        return translator.run();
    }

    /** Puts a program on the device if there is one and the program needs it. */
    private Optional<PlacedProgram> place(BlueScriptContext context) {
        if (tiers.isEmpty() && program.functions().values().stream().noneMatch(TypedFunction::deviceBound)) {
            return Optional.empty();
        }
        return context.placer().map(placer -> {
            Diagnostics diagnostics = new Diagnostics();
            try {
                return placer.place(program, diagnostics).orElseThrow(() -> new ProgramMistakes(diagnostics, sections));
            } catch (DeviceUnavailable e) {
                throw new DeviceTrouble(e, this);
            }
        });
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
