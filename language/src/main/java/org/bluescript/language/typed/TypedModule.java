package org.bluescript.language.typed;

import java.util.List;

import org.bluescript.language.source.SourceFile;

/**
 * One module.
 *
 * @param path identifies the module: its path relative to the source folder, without extension
 * @param globals its variables, in declaration order
 * @param topLevel the function that runs its statements
 * @param code inline C at file scope, in order
 */
public record TypedModule(
        String path, SourceFile file, List<Global> globals, FunctionId topLevel, List<TypedStatement.InlineCode> code) {}
