package org.bluescript.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trees of the programs in {@code syntax/valid}, compared with the {@code .tree} files beside them. With
 * {@code -Dgolden.rewrite=true} the files are written anew, to be reviewed in the diff.
 */
class TreeTest {
    static Stream<Path> programs() {
        return SyntaxFile.in("valid");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void treeIsAsExpected(Path program) throws IOException {
        Path expected = Path.of(program.toString().replaceAll("\\.bs$", ".tree"));
        String tree = SyntaxFile.tree(SyntaxFile.read(program)) + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(expected, tree);
        }
        assertThat(tree).isEqualTo(SyntaxFile.read(expected));
    }
}
