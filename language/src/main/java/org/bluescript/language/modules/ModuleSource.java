package org.bluescript.language.modules;

import org.bluescript.language.source.SourceFile;

/**
 * The text of one module.
 *
 * @param path identifies the module: its path relative to the source folder, with {@code /} and without extension
 */
public record ModuleSource(String path, SourceFile file) {}
