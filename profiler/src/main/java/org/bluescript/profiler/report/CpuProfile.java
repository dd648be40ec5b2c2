package org.bluescript.profiler.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.bluescript.language.source.SourceFile;

/**
 * Samples as a {@code .cpuprofile}, which VS Code opens as it is and Chrome in the panel "Performance". A call on the device is a
 * function of its own there, {@code crc32 [device]}, below the call of the host that waits for it.
 *
 * <p>The format is the type {@code Profiler.Profile} of the Chrome DevTools Protocol:
 *
 * <pre>
 * { "nodes": [            the calling contexts, the root first
 *     { "id": 1,
 *       "callFrame": { "functionName": "crc32", "scriptId": "1", "url": "file:///app.bs",
 *                      "lineNumber": 26, "columnNumber": 0 },       counted from 0
 *       "hitCount": 3,                                              samples with this node on top
 *       "children": [2, 5],
 *       "positionTicks": [ { "line": 28, "ticks": 3 } ] } ],        counted from 1
 *   "startTime": 1000000, "endTime": 1412300,                       microseconds, from any zero
 *   "samples": [1, 2, 2],                                           the node on top, for each sample
 *   "timeDeltas": [0, 1000, 1000] }                                 since the sample before, or the start
 * </pre>
 *
 * <p>A sample's node runs until the next sample, the last one's until the end.
 */
public final class CpuProfile {
    /** Chrome's panel takes 0 for a time that is not known, and then shows nothing. */
    private static final long START = 1_000_000;

    private static final String ROOT = "(root)";
    private static final String IDLE = "(idle)";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CpuProfile() {}

    /**
     * The text of the file.
     *
     * @param samples of the whole run
     * @param end when the run ended, in microseconds; not before the last sample
     * @param url under which a viewer finds a source: {@code file:///…}; of the language's own library it is not asked for
     */
    public static String text(List<CallSample> samples, long end, Function<SourceFile, String> url) {
        List<CallSample> ordered =
                samples.stream().sorted(Comparator.comparingLong(CallSample::at)).toList();
        if (!ordered.isEmpty() && (ordered.getFirst().at() < 0 || end < ordered.getLast().at())) {
            throw new IllegalArgumentException("samples from " + ordered.getFirst().at() + " to " + ordered.getLast().at()
                    + " in a run from 0 to " + end);
        }
        CallTree tree = new CallTree(ROOT);
        ArrayNode tops = NODES.arrayNode();
        ArrayNode deltas = NODES.arrayNode();
        long before = 0;
        for (CallSample sample : ordered) {
            tops.add(tree.add(sample.stack(), IDLE).id());
            deltas.add(sample.at() - before);
            before = sample.at();
        }
        ObjectNode profile = NODES.objectNode();
        Scripts scripts = new Scripts(url);
        ArrayNode nodes = profile.putArray("nodes");
        tree.nodes().forEach(n -> nodes.add(node(n, scripts)));
        profile.put("startTime", START).put("endTime", START + end);
        profile.set("samples", tops);
        profile.set("timeDeltas", deltas);
        try {
            return MAPPER.writeValueAsString(profile) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can be written", e);
        }
    }

    private static ObjectNode node(CallTree.Node node, Scripts scripts) {
        ObjectNode json = NODES.objectNode();
        json.put("id", node.id());
        ObjectNode frame = json.putObject("callFrame");
        frame.put("functionName", node.name());
        node.function().ifPresentOrElse(
                span -> frame.put("scriptId", scripts.id(span.file()))
                        .put("url", scripts.url(span.file()))
                        .put("lineNumber", span.position().line() - 1)
                        .put("columnNumber", span.position().column() - 1),
                () -> frame.put("scriptId", "0").put("url", "").put("lineNumber", -1).put("columnNumber", -1));
        json.put("hitCount", node.hits());
        ArrayNode children = json.putArray("children");
        node.children().forEach(c -> children.add(c.id()));
        if (!node.ticks().isEmpty()) {
            ArrayNode ticks = json.putArray("positionTicks");
            node.ticks().forEach((line, count) -> ticks.addObject().put("line", line).put("ticks", count));
        }
        return json;
    }
}
