package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs take as much of the heap as on the device, as far as no collection depends on its size. */
class HeapUseTest {
    /** The peaks are what {@code bluescript bench} shows for the emulated STM32F405. */
    @ParameterizedTest
    @CsvSource({
        "bounce, 6224", "list, 512", "permute, 1536", "richards, 4312", "storage, 105728", "towers, 1280"
    })
    void peakIsTheDevices(String program, int peak) throws IOException {
        FolderModules modules = FolderModules.of(Path.of("../jmh/programs", program, program + ".bs"));
        TypedProgram typed =
                ProgramChecker.check(modules.main(), modules, new Diagnostics()).orElseThrow();
        HostMachine machine = HostMachine.of((toError, text) -> {});
        new TreeTranslator(null, typed, machine, new SourceSections(), Optional.empty(), Optional.empty()).run();
        assertThat(machine.heapState().collections()).isZero();
        assertThat(machine.heapState().peakBytes()).isEqualTo(peak);
    }
}
