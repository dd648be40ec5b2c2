/**
 * The C compiler as a port: {@link org.bluescript.backend.compile.CSource} in, object code or errors at the lines of that
 * source out.
 *
 * <p>A line at the prompt waits for the compiler, so its start is done before the line is typed. gcc is only a driver; we
 * ask it once what it would start ({@link org.bluescript.backend.compile.GccCommands}) and start that ourselves: cc1 on a
 * file whose first line includes the runtime's header and whose second includes standard input, where it stops and waits.
 * {@link org.bluescript.backend.compile.PrewarmedGcc} keeps a few of these.
 * {@link org.bluescript.backend.compile.PlainGcc} does the same the obvious way, and a test compares the bytes.
 *
 * <p>The options ({@link org.bluescript.backend.compile.CompilerOptions}) are part of the language's meaning: how integers
 * wrap, that floats are not fused, and that a stack trace can be told from the code.
 *
 * <p>Errors are of two kinds. {@link org.bluescript.backend.compile.CompileFailure} means that the text is wrong, as inline
 * C may be; {@link org.bluescript.backend.tools.ToolchainException} that the compiler is missing or broken.
 */
package org.bluescript.backend.compile;
