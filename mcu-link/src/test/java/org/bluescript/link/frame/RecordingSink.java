package org.bluescript.link.frame;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a {@link FrameReceiver} found. */
final class RecordingSink implements FrameReceiver.Sink {
    final List<String> heard = new ArrayList<>();
    final List<Frame> frames = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    static RecordingSink of(byte[] bytes) {
        RecordingSink sink = new RecordingSink();
        new FrameReceiver().accept(bytes, 0, bytes.length, sink);
        return sink;
    }

    @Override
    public void frame(Frame frame) {
        heard.add("frame");
        frames.add(frame);
    }

    @Override
    public void text(String piece) {
        heard.add("text");
        text.append(piece);
    }

    @Override
    public void damaged() {
        heard.add("damaged");
    }
}
