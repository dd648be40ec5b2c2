package org.bluescript.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.cli.fuzz.text.Node.Role;

/**
 * Makes a program smaller as long as it stays interesting: leaves out statements, many at a time and then one by one, puts
 * the inside of a statement in its place, and simpler expressions in the place of others. Whether what comes out is a program
 * at all is for the caller's predicate to say.
 */
final class Shrinker {
    private final Predicate<Node> interesting;
    private int attemptsLeft;

    /** @param attempts how often the predicate may be asked */
    Shrinker(Predicate<Node> interesting, int attempts) {
        this.interesting = interesting;
        this.attemptsLeft = attempts;
    }

    Node shrink(Node tree) {
        Node smallest = tree;
        int before;
        do {
            before = smallest.size();
            for (int chunk = 16; chunk > 0; chunk /= 2) {
                smallest = leaveOut(smallest, chunk);
            }
            smallest = replaceAll(smallest);
        } while (smallest.size() < before && attemptsLeft > 0);
        return smallest;
    }

    /** Without runs of so many statements. */
    private Node leaveOut(Node tree, int chunk) {
        Node smallest = tree;
        for (int at = 0; ; ) {
            List<List<Node>> runs = runs(smallest, chunk);
            if (at >= runs.size()) {
                return smallest;
            }
            Node candidate = smallest;
            for (Node left : runs.get(at)) {
                candidate = candidate.replace(left, List.of());
            }
            if (accept(candidate)) {
                smallest = candidate;
            } else {
                at++;
            }
        }
    }

    /** The last ones first: they use the ones before. */
    private static List<List<Node>> runs(Node tree, int chunk) {
        List<List<Node>> runs = new ArrayList<>();
        tree.visit(n -> {
            if (n.role() == Role.BLOCK || n.role() == Role.PROGRAM) {
                List<Node> children = n.children();
                for (int i = 0; i < children.size(); i += chunk) {
                    runs.add(children.subList(i, Math.min(i + chunk, children.size())));
                }
            } else if (chunk == 1 && n.role() == Role.ITEM) {
                runs.add(List.of(n));
            }
        });
        return runs.reversed();
    }

    private Node replaceAll(Node tree) {
        Node smallest = tree;
        for (int at = 0; ; ) {
            List<Node> nodes = new ArrayList<>();
            smallest.visit(nodes::add);
            if (at >= nodes.size()) {
                return smallest;
            }
            Node found = nodes.get(at);
            Node better = smallest;
            for (List<Node> replacement : replacements(found)) {
                Node candidate = smallest.replace(found, replacement);
                if (accept(candidate)) {
                    better = candidate;
                    break;
                }
            }
            at += better == smallest ? 1 : 0;
            smallest = better;
        }
    }

    /** The smallest first. */
    private static List<List<Node>> replacements(Node node) {
        List<List<Node>> found = new ArrayList<>();
        if (node.role() == Role.EXPRESSION && !node.toString().equals(node.fallback())) {
            if (!node.fallback().isEmpty()) {
                found.add(List.of(Node.expression(node.fallback(), node.fallback())));
            }
            node.visit(inner -> {
                if (inner != node && inner.role() == Role.EXPRESSION && inner.fallback().equals(node.fallback())) {
                    found.add(List.of(inner));
                }
            });
        } else if (node.role() == Role.STATEMENT) {
            node.visit(inner -> {
                if (inner.role() == Role.BLOCK) {
                    found.add(inner.children());
                }
            });
        }
        return found;
    }

    private boolean accept(Node candidate) {
        return attemptsLeft-- > 0 && interesting.test(candidate);
    }
}
