package org.bluescript.backend.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/**
 * Keeps a few compilers started and waiting, so that a compilation does not pay for starting programs and reading
 * headers: half of the time of {@link PlainGcc}, with the same result. A used compiler is replaced in the background,
 * after it has delivered, so as not to compete with it.
 */
public final class PrewarmedGcc implements CrossCompiler {
    private static final int DEFAULT_POOL = 2;

    private final CompilerOptions options;
    private final Workshop workshop;
    private final GccCommands commands;
    private final int poolSize;
    private final ConcurrentLinkedQueue<WaitingGcc> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService refill =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("compiler pool").factory());
    private volatile boolean closed;

    public PrewarmedGcc(CompilerOptions options, RuntimeHeaders headers) {
        this(options, headers, DEFAULT_POOL);
    }

    /** @param poolSize compilers that wait at the same time, at least 1; each takes about 20 MB while it waits */
    public PrewarmedGcc(CompilerOptions options, RuntimeHeaders headers, int poolSize) {
        this.options = options;
        this.poolSize = poolSize;
        workshop = new Workshop(headers);
        try {
            commands = GccCommands.ask(options, workshop);
        } catch (ToolchainException e) {
            workshop.close();
            throw e;
        }
        startRefill();
    }

    @Override
    public ObjectCode compile(CSource source) throws CompileFailure {
        try {
            return switch (takeCompiler().compile(source)) {
                case WaitingGcc.Outcome.Object(byte[] bytes) -> ObjectCode.parse(source.name(), bytes);
                case WaitingGcc.Outcome.Rejected rejected -> throw failure(source, rejected);
            };
        } finally {
            startRefill();
        }
    }

    @Override
    public String assembly(CSource source) throws CompileFailure {
        try (PlainGcc gcc = new PlainGcc(options, workshop.headers())) {
            return gcc.assembly(source);
        }
    }

    private String assemblyWithLines(CSource source) throws CompileFailure {
        try (PlainGcc gcc = new PlainGcc(options, workshop.headers())) {
            return gcc.assemblyWithLines(source);
        }
    }

    @Override
    public void close() {
        closed = true;
        refill.close();
        for (WaitingGcc compiler = waiting.poll(); compiler != null; compiler = waiting.poll()) {
            compiler.close();
        }
        workshop.close();
    }

    Path folder() {
        return workshop.folder();
    }

    /** Ends the compilers that wait, as the operating system may do. */
    void killWaiting() {
        waiting.forEach(WaitingGcc::close);
    }

    private WaitingGcc takeCompiler() {
        for (WaitingGcc compiler = waiting.poll(); compiler != null; compiler = waiting.poll()) {
            if (compiler.isAlive()) {
                return compiler;
            }
            compiler.close();
        }
        return WaitingGcc.start(commands, workshop);
    }

    private void startRefill() {
        try {
            refill.execute(this::refill);
        } catch (RejectedExecutionException _) {
            // Closed in the meantime: nobody needs another compiler.
        }
    }

    private void refill() {
        try {
            while (!closed && waiting.size() < poolSize) {
                waiting.add(WaitingGcc.start(commands, workshop));
            }
        } catch (ToolchainException _) {
            // The next compilation starts a compiler itself, and its caller hears of it.
        }
    }

    private CompileFailure failure(CSource source, WaitingGcc.Outcome.Rejected rejected) throws CompileFailure {
        List<CDiagnostic> found = DiagnosticParser.compiler(source, rejected.compilerMessages());
        if (rejected.compilerStatus() == 0) {
            found = AssemblyLines.diagnose(rejected.assemblerMessages(), assemblyWithLines(source),
                    source.name());
        }
        if (found.isEmpty()) {
            int status = rejected.compilerStatus() != 0 ? rejected.compilerStatus() : rejected.assemblerStatus();
            throw new ToolchainException(new ToolchainProblem.Crashed(commands.compiler().getFirst(), status,
                    rejected.compilerMessages() + rejected.assemblerMessages()));
        }
        return new CompileFailure(source, found);
    }
}
