package org.bluescript.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.link.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameVectorsTest {
    static List<Vectors.Block> frames() throws IOException {
        return Vectors.read("frames.txt", "frame");
    }

    static List<Vectors.Block> damage() throws IOException {
        return Vectors.read("damage.txt", "bytes");
    }

    private static Frame frame(Vectors.Block block) {
        return new Frame(
                block.line("kind").number(),
                block.line("sequence").number(),
                block.line("acknowledge").number(),
                block.line("session").number(),
                block.line("payload").bytes());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void frameEncodesToTheVector(Vectors.Block block) {
        assertThat(FrameCodec.encode(frame(block))).isEqualTo(block.line("wire").bytes());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void vectorDecodesToTheFrame(Vectors.Block block) {
        RecordingSink sink = RecordingSink.of(block.line("wire").bytes());
        assertThat(sink.frames).containsExactly(frame(block));
        assertThat(sink.heard).containsExactly("frame");
    }

    @ParameterizedTest
    @MethodSource("damage")
    void damageIsSeenAsTheVectorSays(Vectors.Block block) {
        List<String> expected = new ArrayList<>(List.of(block.line("gives").rest().split(" ")));
        expected.remove("nothing");
        expected.replaceAll(word -> word.equals("long") ? "frame" : word);
        assertThat(RecordingSink.of(block.line("wire").bytes()).heard).isEqualTo(expected);
    }
}
