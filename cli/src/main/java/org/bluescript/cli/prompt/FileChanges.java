package org.bluescript.cli.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be evaluated of a file that is read again and again: the pieces that are new or have changed since it was taken over
 * last. So the state stays that other pieces have made.
 */
public final class FileChanges {
    private List<String> taken = List.of();
    private List<String> latest = List.of();

    /**
     * What is to be evaluated, in the places that it has in the file: what need not be is left out, line ends apart. Blank if nothing is.
     *
     * @param pieces what the file has now; together they are all of its lines
     */
    public String of(List<String> pieces) {
        latest = List.copyOf(pieces);
        List<String> known = new ArrayList<>(taken.stream().map(String::strip).toList());
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            boolean isKnown = known.remove(piece.strip());
            text.append(isKnown ? piece.replaceAll("[^\n]", "") : piece).append('\n');
        }
        return text.toString();
    }

    /** What the file had when somebody asked last has been evaluated. */
    public void take() {
        taken = latest;
    }
}
