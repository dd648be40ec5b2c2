package org.bluescript.cli.session;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bluescript.backend.compile.Disassembly;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.FunctionId;

/** The code of one compilation as people read it: its C, and its instructions if somebody asks for them. */
public final class CodeText {
    private final CFunctions c;
    private final CodeNames names;
    private final ObjectCode object;
    private Disassembly disassembly;

    public CodeText(EmittedUnit unit, ObjectCode object, CodeNames names) {
        this.c = new CFunctions(unit.text(), names);
        this.names = names;
        this.object = object;
    }

    public boolean has(FunctionId function) {
        return !c.of(function).isEmpty();
    }

    public String c(List<FunctionId> functions) {
        return functions.stream().map(c::of).collect(Collectors.joining());
    }

    /** Takes some ten milliseconds the first time. */
    public String instructions(List<FunctionId> functions) {
        if (disassembly == null) {
            disassembly = Disassembly.of(object);
        }
        return functions.stream()
                .map(names::direct)
                .filter(Objects::nonNull)
                .map(disassembly::of)
                .collect(Collectors.joining());
    }
}
