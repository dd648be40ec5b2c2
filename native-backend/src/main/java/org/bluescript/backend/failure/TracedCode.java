package org.bluescript.backend.failure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.emit.Site;
import org.bluescript.backend.emit.TryEmitter;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** Code of the user's program that may be on a device, and what of the source it stands for. */
public final class TracedCode {
    /** The site number of errors that the runtime raises on behalf of its caller ({@code BS_SITE_NONE}). */
    static final int NO_SITE = 0xfff;

    /** Site numbers have 12 bits; in greater programs several sites share one. */
    private static final int SITES = 0x1000;

    private final EmittedUnit unit;
    private final LinkedImage linked;
    private final CodeImage image;
    private final Map<String, TypedFunction> functions = new HashMap<>();
    /** Functions of which there are specialised versions. */
    private final Set<FunctionId> versioned = new HashSet<>();

    /**
     * @param name of the code, unlike that of any other that may be there at the same time
     * @param names under which the linker knows the program's functions
     */
    public TracedCode(String name, TypedProgram program, CodeNames names, EmittedUnit unit, LinkedImage linked) {
        this.unit = unit;
        this.linked = linked;
        this.image = CodeImage.of(name, linked);
        for (TypedFunction function : program.functions().values()) {
            functions.put(names.direct(function.id()), function);
            function.id().entry().ifPresent(versioned::add);
        }
    }

    /** Whether some of it lies in the region: then it is not there any more when other code has come. */
    public boolean isIn(Region region) {
        return linked.segments().stream()
                .map(s -> Region.between(Address.of(s.address()), Address.of(s.end())))
                .anyMatch(s -> s.base().compareTo(region.end()) < 0 && region.base().compareTo(s.end()) < 0);
    }

    CodeImage image() {
        return image;
    }

    /** The function of the user that a C function is, or is part of. */
    Optional<TypedFunction> function(String cName) {
        return Optional.ofNullable(functions.get(base(cName)));
    }

    /** Whether the function only calls a version of itself. */
    boolean isEntry(TypedFunction function) {
        return versioned.contains(function.id());
    }

    /** The place in the source of a line of C. */
    Optional<Span> place(int line) {
        return Optional.ofNullable(unit.place(line));
    }

    /** The exact place of a trap: of the sites with its number, the one on the line where the program counter is. */
    Optional<Span> site(RunTimeErrorKind kind, int number, Optional<Span> line) {
        if (number == NO_SITE || kind.code() >= RunTimeErrorKind.STACK.code()) {
            return Optional.empty();
        }
        List<Site> sites = unit.sites();
        List<Span> candidates = IntStream.iterate(number, i -> i < sites.size(), i -> i + SITES)
                .mapToObj(sites::get)
                .filter(s -> s.kind() == kind)
                .map(Site::span)
                .filter(span -> !span.file().isBuiltIn())
                .toList();
        return candidates.stream()
                .filter(c -> line.isPresent() && sameLine(c, line.get()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Where in the user's source the instruction at an address comes from. */
    Optional<Span> locate(int address) {
        return image.locate(address).stream()
                .filter(l -> function(l.function()).isPresent())
                .flatMap(l -> l.line().stream())
                .flatMap(l -> Stream.ofNullable(unit.place(l.line())))
                .filter(p -> !p.file().isBuiltIn())
                .findFirst();
    }

    /** The two halfwords of code at an address, the first one in the upper half; 0 if there is none. */
    int instruction(int address) {
        for (Segment segment : linked.segments()) {
            int offset = address - segment.address();
            byte[] bytes = segment.bytes();
            if (segment.kind() == SegmentKind.CODE && offset >= 0 && offset + 4 <= bytes.length) {
                return (bytes[offset] & 0xff) << 16 | (bytes[offset + 1] & 0xff) << 24
                        | bytes[offset + 2] & 0xff | (bytes[offset + 3] & 0xff) << 8;
            }
        }
        return 0;
    }

    static boolean sameLine(Span a, Span b) {
        return a.file() == b.file() && a.position().line() == b.position().line();
    }

    /**
     * The C compiler calls its variants of a function {@code name.constprop.0} and the like; the emitter makes functions of the bodies of
     * its {@code try} statements.
     */
    static String base(String function) {
        int dot = function.indexOf('.');
        return TryEmitter.functionOf(dot < 0 ? function : function.substring(0, dot));
    }
}
