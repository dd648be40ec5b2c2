package org.bluescript.profiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/** Makes the text of a profile: everything that has no order of its own is sorted. */
final class ProfileWriter {
    /** Stands for values that no type tells; no type has this text. */
    static final String OTHERS = "others";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TypedProgram program;

    ProfileWriter(TypedProgram program) {
        this.program = program;
    }

    String text(Profile profile) {
        ObjectNode root = NODES.objectNode();
        root.put("format", ProfileFile.FORMAT);
        root.put("version", ProfileFile.VERSION);
        root.put("main", Fingerprints.main(program));
        ObjectNode modules = root.putObject("modules");
        Fingerprints.ofModules(program).forEach(modules::put);
        ObjectNode functions = root.putObject("functions");
        new TreeMap<>(profile.functions()).forEach((id, f) -> {
            if (program.functions().containsKey(id)) {
                functions.withObjectProperty(id.module()).set(id.name(), function(id, f));
            }
        });
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can be written", e);
        }
    }

    private ObjectNode function(FunctionId id, FunctionProfile profile) {
        ObjectNode node = NODES.objectNode();
        node.put("tree", Fingerprints.of(program.functions().get(id)));
        node.put("calls", profile.calls());
        ArrayNode parameters = node.putArray("parameters");
        profile.parameters().forEach(s -> parameters.add(seen(s)));
        node.set("result", seen(profile.result()));
        ObjectNode values = node.putObject("values");
        new TreeMap<>(profile.values()).forEach((site, s) -> values.set(site.toString(), seen(s)));
        ObjectNode counts = node.putObject("counts");
        new TreeMap<>(profile.counts()).forEach((site, n) -> counts.put(site.toString(), n));
        ObjectNode branches = node.putObject("branches");
        new TreeMap<>(profile.branches()).forEach((site, arms) -> {
            ArrayNode taken = branches.putArray(site.toString());
            arms.taken().forEach(taken::add);
        });
        ArrayNode shapes = node.putArray("shapes");
        new TreeMap<>(byText(profile.shapes())).forEach((types, calls) -> {
            ObjectNode shape = shapes.addObject();
            ArrayNode list = shape.putArray("types");
            List.of(types.split("\n")).forEach(list::add);
            shape.put("calls", calls);
        });
        return node;
    }

    private static Map<String, Long> byText(Map<List<Type>, Long> shapes) {
        return shapes.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().stream().map(TypeTexts::text).collect(Collectors.joining("\n")), Map.Entry::getValue));
    }

    private static ArrayNode seen(Seen seen) {
        ArrayNode node = NODES.arrayNode();
        seen.types().stream().map(TypeTexts::text).sorted().forEach(node::add);
        if (seen.others()) {
            node.add(OTHERS);
        }
        return node;
    }
}
