package org.bluescript.language.interpreter;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.nodes.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bluescript.language.interop.GlobalScope;
import org.bluescript.language.machine.ProgramOutput;

/** What a program may reach outside: the embedder's output streams. */
final class BlueScriptContext {
    private static final ContextReference<BlueScriptContext> REFERENCE =
            ContextReference.create(BlueScriptLanguage.class);

    private final TruffleLanguage.Env environment;
    private final GlobalScope scope = new GlobalScope(BlueScriptLanguage.class);

    BlueScriptContext(TruffleLanguage.Env environment) {
        this.environment = environment;
    }

    static BlueScriptContext get(Node node) {
        return REFERENCE.get(node);
    }

    TruffleLanguage.Env environment() {
        return environment;
    }

    /** What the main module of the program that was loaded last declares. */
    GlobalScope scope() {
        return scope;
    }

    /** Whether to collect at every allocation. */
    boolean stressesHeap() {
        return environment.getOptions().get(BlueScriptLanguage.StressHeap);
    }

    /** Who places programs that need a device on one; empty if the embedder has none. */
    Optional<ProgramPlacer> placer() {
        return Devices.find(environment.getOptions().get(BlueScriptLanguage.Device));
    }

    /** Writes lines, each as soon as it is whole. */
    ProgramOutput output() {
        return (toError, text) -> write(toError ? environment.err() : environment.out(), text);
    }

    private static void write(OutputStream stream, byte[] text) {
        try {
            stream.write(text);
            stream.write('\n');
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
