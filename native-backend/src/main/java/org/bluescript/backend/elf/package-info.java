/**
 * The files that compilers, linkers and librarians write, as plain values: ELF for 32-bit Arm, and {@code ar} archives.
 *
 * <p>This package knows the form and nothing of the meaning: what a relocation does is the business of
 * {@link org.bluescript.backend.link}, what debugging information says that of {@link org.bluescript.backend.debug}. It
 * trusts nothing. All access goes through {@link org.bluescript.backend.elf.Bytes}, which checks every offset, so that a
 * truncated or hostile file ends in one kind of exception with a sentence in it.
 */
package org.bluescript.backend.elf;
