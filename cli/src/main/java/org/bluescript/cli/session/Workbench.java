package org.bluescript.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeCompiler;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.PrewarmedGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.failure.ErrorLocator;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.infer.Inference;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.LinkException;

/**
 * The host's side of a session: from a file to a program for one board. Opening it starts the compilers in the background; it
 * is ready to compile when they are.
 *
 * <p>Mistakes in the program go to {@link Diagnostics}; tools that are missing or broken are
 * {@link org.bluescript.backend.tools.ToolchainException}s.
 */
public final class Workbench implements AutoCloseable {
    /** What programs are linked with if they use it. */
    static final String LIBRARY = "mcu-runtime/target/library.o";

    /** So many times the memory is too much even for code that is compiled for size. */
    private static final double BEYOND_HOPE = 1.5;

    private final Phases phases;
    private final Path home;
    private final CompletableFuture<CrossCompiler> compiler;
    private volatile CompletableFuture<CrossCompiler> quickCompiler;
    private final CompletableFuture<Firmware> firmware;
    private final CompletableFuture<Libraries> libraries;

    private Workbench(Path home, Path firmwareFile, Path library, CompilerOptions options, Phases phases) {
        this.phases = phases;
        this.home = home;
        compiler = start("compilers wait", () -> new PrewarmedGcc(options, RuntimeHeaders.in(home), 1));
        firmware = start("firmware read", () -> readFirmware(firmwareFile));
        libraries = start("libraries read", () -> readLibraries(library));
    }

    /** @param firmware the ELF file of the firmware that programs are to run on */
    public static Workbench open(Path home, Path firmware, Phases phases) {
        return new Workbench(home, firmware, home.resolve(LIBRARY), CompilerOptions.standard(), phases);
    }

    /** The same with another library and other options for the compiler: the meaning of programs must stay. */
    public static Workbench open(Path home, Path firmware, Path library, CompilerOptions options, Phases phases) {
        return new Workbench(home, firmware, library, options, phases);
    }

    /** Starts further compilers, for {@link Effort#QUICK}; without them every effort is thorough. */
    public void startQuickCompilers() {
        quickCompiler = start("quick compilers wait", () -> new PrewarmedGcc(CompilerOptions.quick(), RuntimeHeaders.in(home), 1));
    }

    /** Reads and checks a program; empty if there are mistakes. Needs no tool. */
    public static Optional<TypedProgram> check(String file, Diagnostics diagnostics) {
        FolderModules modules = ProgramFile.open(file);
        return ProgramChecker.check(modules.main(), modules, diagnostics);
    }

    /** The same to be run: see {@link #inferred}. */
    public static Optional<TypedProgram> read(String file, Diagnostics diagnostics) {
        return check(file, diagnostics).map(Workbench::inferred);
    }

    /** A program of the same meaning with all types that follow from this one as a whole. What it stores has other forms. */
    public static TypedProgram inferred(TypedProgram program) {
        TypedProgram typed = Specializer.specialize(Inference.inferred(program));
        // What became of operations on words gives values that follow from types, such as the lengths of arrays.
        return Inference.hasWords(program) ? Specializer.specialize(Inference.inferred(typed)) : typed;
    }

    /** The firmware that programs are to run on. */
    public Firmware firmware() {
        return Background.await(firmware);
    }

    /** The memory of a device with this firmware. */
    public MemoryMap memory() {
        return firmware().memoryMap();
    }

    /** Identifies the build of the firmware; a device must have the same. */
    public int firmwareBuild() {
        return Background.await(firmware).buildId();
    }

    /** Compiles a program, for size if it would not fit otherwise; empty if there are mistakes in its inline C. */
    public Optional<NativeProgram> compile(TypedProgram program, Diagnostics diagnostics) throws OutOfProgramMemory {
        return fitting(compiler -> compiler.compile(program, memory(), diagnostics));
    }

    /** The same for a program that the host runs, all but its functions with inline C. */
    public Optional<NativeProgram> compileShared(TypedProgram program, Diagnostics diagnostics) throws OutOfProgramMemory {
        return fitting(compiler -> compiler.compileShared(program, memory(), diagnostics));
    }

    private interface Compilation {
        Optional<NativeProgram> by(NativeCompiler compiler) throws OutOfProgramMemory;
    }

    private Optional<NativeProgram> fitting(Compilation compilation) throws OutOfProgramMemory {
        try {
            return compilation.by(nativeCompiler());
        } catch (OutOfProgramMemory e) {
            if (e.times() > BEYOND_HOPE) {
                throw e;
            }
            try (CrossCompiler small = new PlainGcc(CompilerOptions.small(), RuntimeHeaders.in(home))) {
                return compilation.by(new NativeCompiler(small, Background.await(libraries), Background.await(firmware)));
            }
        }
    }

    /** The same for what stays of a program whose code is replaced while it runs; so many bytes are left for other code. */
    public Optional<Base> compileBase(TypedProgram program, int codeMemory, Diagnostics diagnostics) throws OutOfProgramMemory {
        return nativeCompiler().compileBase(program, memory(), codeMemory, diagnostics);
    }

    /** Compiles other code of the same meaning for a base: see {@link NativeCompiler#compileGeneration}. */
    public CompiledGeneration compileGeneration(
            SpecializedProgram made, Base base, Set<FunctionId> called, Set<FunctionId> replaced) {
        return compileGeneration(made, base, called, replaced, Effort.THOROUGH);
    }

    /** The same with so much effort. */
    public CompiledGeneration compileGeneration(
            SpecializedProgram made, Base base, Set<FunctionId> called, Set<FunctionId> replaced, Effort effort) {
        boolean isQuick = effort == Effort.QUICK && quickCompiler != null;
        return nativeCompiler(isQuick ? quickCompiler : compiler).compileGeneration(made, base, called, replaced);
    }

    public String assembly(NativeProgram program) {
        return nativeCompiler().assembly(program);
    }

    /** Where in the source a program stopped, and by which calls it came there. The device must not have run anything since. */
    public RunTimeError locate(
            TypedProgram typed, NativeProgram program, Ending.Stopped stopped, DeviceSession device) {
        return locate(new ErrorLocator(typed, program, Background.await(firmware)), stopped, device);
    }

    /**
     * The same for a program whose code is replaced.
     *
     * @param generations that have been installed, the newest last
     */
    public RunTimeError locate(Base base, List<Generation> generations, Ending.Stopped stopped, DeviceSession device) {
        List<TracedCode> code = new ArrayList<>(List.of(base.traced()));
        generations.forEach(g -> code.addFirst(g.traced()));
        return locate(new ErrorLocator(code, Background.await(firmware)), stopped, device);
    }

    /** The same by what knows all code that may be on the device. */
    RunTimeError locate(ErrorLocator locator, Ending.Stopped stopped, DeviceSession device) {
        return locateBy(locator, stopped, device);
    }

    static RunTimeError locateBy(ErrorLocator locator, Ending.Stopped stopped, DeviceSession device) {
        return locator.locate(stopped.stop(), new StoppedMemory(device, regions(device)));
    }

    private static List<Region> regions(DeviceSession device) {
        return device.description().regions().stream()
                .map(r -> new Region(Address.of(r.base()), r.size()))
                .toList();
    }

    private NativeCompiler nativeCompiler() {
        return nativeCompiler(compiler);
    }

    private NativeCompiler nativeCompiler(CompletableFuture<CrossCompiler> by) {
        return new NativeCompiler(Background.await(by), Background.await(libraries), Background.await(firmware));
    }

    /** Ends the compilers that wait. */
    @Override
    public void close() {
        compiler.thenAccept(CrossCompiler::close);
        if (quickCompiler != null) {
            quickCompiler.thenAccept(CrossCompiler::close);
        }
    }

    private <T> CompletableFuture<T> start(String name, Callable<T> work) {
        return Background.start(name, () -> phases.time(name, work));
    }

    private static Firmware readFirmware(Path file) {
        try {
            return Firmware.read(file);
        } catch (IOException e) {
            throw new LinkException.FirmwareMissing(file);
        }
    }

    private static Libraries readLibraries(Path library) throws IOException {
        ObjectCode mathematics = ObjectCode.parse("library.o", Files.readAllBytes(library));
        return Libraries.none().with(mathematics).with(CompilerLibrary.find(CompilerOptions.standard()));
    }
}
