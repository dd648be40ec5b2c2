package org.bluescript.language.interop;

import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.typed.Global;

/** The global variables of a module whose names begin alike: those of the module itself, or the static properties of a class. */
final class Globals {
    private final LoadedProgram program;
    private final String module;
    private final String prefix;

    /** @param prefix what is left out of the names: empty, or a class's name and a point */
    Globals(LoadedProgram program, String module, String prefix) {
        this.program = program;
        this.module = module;
        this.prefix = prefix;
    }

    List<String> names() {
        return program.layout().globals().keySet().stream().filter(this::isHere).map(this::name).toList();
    }

    Optional<Global> find(String name) {
        return program.layout().globals().keySet().stream()
                .filter(g -> isHere(g) && name(g).equals(name))
                .findFirst();
    }

    Object read(String name) throws UnknownIdentifierException {
        Global global = existing(name);
        return program.values().show(global.type(), place(global), program.machine());
    }

    void write(String name, Object value) throws UnknownIdentifierException, UnsupportedTypeException {
        Global global = existing(name);
        program.values().store(global.type(), place(global), value);
    }

    private Global existing(String name) throws UnknownIdentifierException {
        return find(name).orElseThrow(() -> UnknownIdentifierException.create(name));
    }

    private int place(Global global) {
        return program.layout().symbols().get(ProgramLayout.GLOBALS).bits() + program.layout().globals().get(global);
    }

    private boolean isHere(Global global) {
        return global.module().equals(module)
                && global.name().startsWith(prefix)
                && name(global).indexOf('.') < 0;
    }

    private String name(Global global) {
        return global.name().substring(prefix.length());
    }
}
