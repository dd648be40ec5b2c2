package org.bluescript.backend.lines;

import java.util.Map;

import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.TypedProgram;

/**
 * Some functions of a program that grows, as C.
 *
 * @param functions a program that consists of them
 * @param names under which the linker knows them
 * @param unit the C, and the way back to the source
 * @param source the same for the compiler
 * @param definitions by symbol, what was there when it was emitted
 */
public record LineUnit(
        TypedProgram functions, CodeNames names, EmittedUnit unit, CSource source, Map<String, Integer> definitions) {}
