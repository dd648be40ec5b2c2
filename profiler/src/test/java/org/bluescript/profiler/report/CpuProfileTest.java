package org.bluescript.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.profiler.report.CallSample.Frame;
import org.bluescript.profiler.report.CallSample.Side;
import org.junit.jupiter.api.Test;

class CpuProfileTest {
    private static final SourceFile FILE = SourceFile.of("a.bs", "f(1);\nfunction f(x) {\n    return x;\n}\n");
    private static final Span TOP = new Span(FILE, 0, FILE.text().length());
    private static final Span F = new Span(FILE, 6, 37);
    private static final Frame MAIN = new Frame("(top level)", TOP, new Span(FILE, 0, 4), Side.HOST);
    private static final Frame IN_F = new Frame("f", F, new Span(FILE, 26, 34), Side.HOST);
    private static final Frame F_ON_DEVICE = new Frame("f", F, F, Side.DEVICE);

    @Test
    void itIsWhatTheProtocolSays() throws Exception {
        requireProfile(profile(samples(), 900));
        requireProfile(new JsonMapper().readTree(CpuProfile.text(StationRun.samples(), 412_300, SourceFile::name)));
        requireProfile(profile(List.of(), 5));
    }

    @Test
    void contextsAreNodes() throws Exception {
        JsonNode nodes = profile(samples(), 900).get("nodes");
        assertThat(nodes.findValuesAsText("functionName")).containsExactly("(root)", "(idle)", "(top level)", "f", "f [device]");
        assertThat(nodes.get(0).get("children").toString()).isEqualTo("[2,3]");
        assertThat(nodes.get(2).get("children").toString()).isEqualTo("[4,5]");
        assertThat(nodes.get(3).toString()).isEqualTo("""
                {"id":4,"callFrame":{"functionName":"f","scriptId":"1","url":"file:///a.bs","lineNumber":1,"columnNumber":0},\
                "hitCount":2,"children":[],"positionTicks":[{"line":3,"ticks":2}]}""");
    }

    @Test
    void samplesAreNodesAndTimesSinceTheOneBefore() throws Exception {
        JsonNode profile = profile(samples(), 900);
        assertThat(profile.get("samples").toString()).isEqualTo("[2,3,4,5,4]");
        assertThat(profile.get("timeDeltas").toString()).isEqualTo("[10,90,100,100,500]");
        assertThat(profile.get("endTime").asLong() - profile.get("startTime").asLong()).isEqualTo(900);
    }

    @Test
    void itDoesNotBeginAtZero() throws Exception {
        assertThat(profile(samples(), 900).get("startTime").asLong()).as("Chrome would show nothing").isPositive();
    }

    @Test
    void samplesMayComeInAnyOrder() throws Exception {
        assertThat(profile(samples().reversed(), 900)).isEqualTo(profile(samples(), 900));
    }

    @Test
    void viewersDoNotLookForTheLibrary() throws Exception {
        SourceFile library = SourceFile.builtIn("map", "function map() {}");
        Span span = new Span(library, 0, 17);
        JsonNode profile = profile(List.of(new CallSample(0, List.of(new Frame("map", span, span, Side.HOST)))), 1);
        assertThat(profile.get("nodes").get(1).get("callFrame").get("url").asText()).isEmpty();
    }

    @Test
    void samplesOutsideOfTheRunAreAnError() {
        assertThatThrownBy(() -> profile(samples(), 700)).hasMessage("samples from 10 to 800 in a run from 0 to 700");
    }

    @Test
    void linesGetTheirTimesFromSamples() {
        ProfiledRun run = StationRun.run();
        assertThat(run.sources().getFirst().microseconds()).isNotEmpty();
        assertThat(run.sources().getFirst().microseconds().values().stream().mapToLong(t -> t).sum())
                .as("all but what was idle").isEqualTo(412_300 - 7_200);
    }

    private static List<CallSample> samples() {
        return List.of(
                new CallSample(10, List.of()),
                new CallSample(100, List.of(MAIN)),
                new CallSample(200, List.of(MAIN, IN_F)),
                new CallSample(300, List.of(MAIN, F_ON_DEVICE)),
                new CallSample(800, List.of(MAIN, IN_F)));
    }

    private static JsonNode profile(List<CallSample> samples, long end) throws Exception {
        return new JsonMapper().readTree(CpuProfile.text(samples, end, file -> "file:///" + file.name()));
    }

    /** What the type {@code Profiler.Profile} of the Chrome DevTools Protocol demands, in its shape and in what its descriptions say. */
    private static void requireProfile(JsonNode profile) {
        requireMembers(profile, Map.of(
                "nodes", JsonNode::isArray, "startTime", JsonNode::isNumber, "endTime", JsonNode::isNumber,
                "samples", JsonNode::isArray, "timeDeltas", JsonNode::isArray));
        Map<Integer, JsonNode> nodes = new HashMap<>();
        Map<Integer, Integer> parents = new HashMap<>();
        for (JsonNode node : profile.get("nodes")) {
            requireNode(node);
            assertThat(nodes.put(node.get("id").asInt(), node)).as("ids are unique").isNull();
            node.get("children").forEach(c -> assertThat(parents.put(c.asInt(), node.get("id").asInt())).as("one parent").isNull());
        }
        int root = profile.get("nodes").get(0).get("id").asInt();
        Set<Integer> children = new HashSet<>(nodes.keySet());
        children.remove(root);
        assertThat(parents.keySet()).as("every node but the first has a parent").isEqualTo(children);
        Map<Integer, Integer> hits = new HashMap<>();
        profile.get("samples").forEach(s -> hits.merge(s.asInt(), 1, Integer::sum));
        assertThat(nodes.keySet()).containsAll(hits.keySet());
        nodes.forEach((id, node) -> assertThat(node.get("hitCount").asInt()).isEqualTo(hits.getOrDefault(id, 0)));
        long time = profile.get("startTime").asLong();
        for (JsonNode delta : profile.get("timeDeltas")) {
            assertThat(delta.isIntegralNumber()).isTrue();
            time += delta.asLong();
        }
        assertThat(time).isLessThanOrEqualTo(profile.get("endTime").asLong());
        assertThat(profile.get("timeDeltas")).hasSameSizeAs(profile.get("samples"));
    }

    private static void requireNode(JsonNode node) {
        boolean hasTicks = node.has("positionTicks");
        Map<String, Predicate<JsonNode>> members = new HashMap<>(Map.of(
                "id", JsonNode::isInt, "callFrame", JsonNode::isObject, "hitCount", JsonNode::isInt, "children", JsonNode::isArray));
        if (hasTicks) {
            members.put("positionTicks", JsonNode::isArray);
        }
        requireMembers(node, members);
        requireMembers(node.get("callFrame"), Map.of(
                "functionName", JsonNode::isTextual, "scriptId", JsonNode::isTextual, "url", JsonNode::isTextual,
                "lineNumber", JsonNode::isInt, "columnNumber", JsonNode::isInt));
        if (hasTicks) {
            node.get("positionTicks").forEach(t -> {
                requireMembers(t, Map.of("line", JsonNode::isInt, "ticks", JsonNode::isInt));
                assertThat(t.get("line").asInt()).isPositive();
            });
        }
    }

    private static void requireMembers(JsonNode object, Map<String, Predicate<JsonNode>> members) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names).isEqualTo(members.keySet());
        members.forEach((name, test) -> assertThat(test.test(object.get(name))).as(name + ": " + object.get(name)).isTrue());
    }
}
