package org.bluescript.backend.compile;

import org.bluescript.backend.elf.ObjectCode;

/**
 * Makes object code for the microcontroller from C. All implementations give the same bytes for the same options. May be
 * used by several threads.
 *
 * <p>Every method throws a {@link org.bluescript.backend.tools.ToolchainException} if the compiler is missing or broken.
 */
public interface CrossCompiler extends AutoCloseable {
    /** @throws CompileFailure if the text is not correct C */
    ObjectCode compile(CSource source) throws CompileFailure;

    /**
     * The assembly text of the same code, for people: without debugging information.
     *
     * @throws CompileFailure if the text is not correct C
     */
    String assembly(CSource source) throws CompileFailure;

    /** Stops all processes and removes temporary files. */
    @Override
    void close();
}
