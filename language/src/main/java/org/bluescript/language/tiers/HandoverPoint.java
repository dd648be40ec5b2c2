package org.bluescript.language.tiers;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import java.util.function.Predicate;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;

/** Whether to hand over at a place in the program: a constant of compiled code until other code is installed. */
public final class HandoverPoint {
    private final Tiers tiers;
    private final Predicate<Installed> wants;
    @CompilationFinal private Assumption lasting;
    @CompilationFinal private boolean isOpen;

    private HandoverPoint(Tiers tiers, Predicate<Installed> wants) {
        this.tiers = tiers;
        this.wants = wants;
        look();
    }

    public static HandoverPoint of(Tiers tiers, FunctionId function) {
        return new HandoverPoint(tiers, code -> code.functions().containsKey(function));
    }

    public static HandoverPoint of(Tiers tiers, LoopId loop) {
        return new HandoverPoint(tiers, code -> code.loops().containsKey(loop));
    }

    public boolean isOpen() {
        if (!lasting.isValid()) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            look();
        }
        return isOpen;
    }

    private void look() {
        Tiers.State now = tiers.state();
        lasting = now.lasting();
        isOpen = now.code().filter(wants).isPresent();
    }
}
