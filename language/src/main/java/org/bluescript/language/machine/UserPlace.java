package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

/** Where in the program something goes wrong that goes wrong in the language's own library: at the call that led there. */
final class UserPlace {
    private UserPlace() {}

    /** The node itself, or the innermost call of the program. */
    @TruffleBoundary
    static Node of(Node place) {
        if (!isBuiltIn(place)) {
            return place;
        }
        Node call = Truffle.getRuntime().iterateFrames(frame -> {
            Node node = frame.getCallNode();
            return node == null || isBuiltIn(node) ? null : node;
        });
        return call != null ? call : place;
    }

    private static boolean isBuiltIn(Node node) {
        SourceSection section = node == null ? null : node.getEncapsulatingSourceSection();
        return section != null && section.getSource().isInternal();
    }
}
