package org.bluescript.language.observation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** What is observed of one run of a program. */
public final class Observations {
    private final Map<FunctionId, ObservedFunction> functions = new ConcurrentHashMap<>();

    /** For the translator: begins to observe a function of a program that runs on the machine. */
    public ObservedFunction observe(
            TypedProgram program, TypedFunction function, HostMachine machine, ProgramLayout layout) {
        ObservedFunction observed = new ObservedFunction(program, function, () -> new ObservedWords(machine, layout::typeOf));
        if (functions.putIfAbsent(function.id(), observed) != null) {
            throw new IllegalStateException("observed already: " + function.id());
        }
        return observed;
    }

    /**
     * What was seen until now, of functions that were called. Any thread may ask while the program runs; then the counts may
     * not fit each other exactly.
     */
    public Profile profile() {
        Map<FunctionId, FunctionProfile> profiles = new TreeMap<>();
        functions.forEach((id, f) -> profiles.put(id, f.profile()));
        profiles.values().removeIf(p -> p.calls() == 0);
        return new Profile(profiles);
    }
}
