package org.bluescript.language.interpreter;

import java.util.Optional;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** Knows a device, and compiles for it what of a program only a device can run. */
@FunctionalInterface
public interface ProgramPlacer {
    /**
     * Gives a program its place on the device. Need not wait for the device.
     *
     * @param diagnostics gets the mistakes in inline C
     * @return empty if there are any
     * @throws org.bluescript.language.machine.DeviceUnavailable if it cannot be done
     */
    Optional<PlacedProgram> place(TypedProgram program, Diagnostics diagnostics);
}
