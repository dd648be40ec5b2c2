package org.bluescript.profiler;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/** Reads the text of a profile, and keeps what is true of the program as it is now. */
final class ProfileReader {
    private static final String OTHER_FILE = "name another file, or remove this one and let a run with --save-profile make it anew";

    /** For a file of which nobody knows what it is. */
    static final String ANY_FILE = "name another file; a run with --save-profile makes one";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final TypedProgram program;
    private final TypeTexts types;
    /** The modules with another text. */
    private final Set<String> changed = new HashSet<>();
    private final SortedSet<String> stale = new TreeSet<>();

    /** @param name of the file, for messages */
    ProfileReader(String name, TypedProgram program) {
        this.name = name;
        this.program = program;
        this.types = TypeTexts.of(program);
    }

    ProfileFile.Reading read(String text) throws UnreadableProfile {
        Field root = new Field("", parse(text));
        if (!root.node.path("format").asText().equals(ProfileFile.FORMAT)) {
            throw new UnreadableProfile(name, "is no profile", ANY_FILE);
        }
        long version = root.get("version").number();
        if (version != ProfileFile.VERSION) {
            throw new UnreadableProfile(
                    name, "is of version " + version + ", not " + ProfileFile.VERSION + ", of the format", OTHER_FILE);
        }
        String main = root.get("main").text();
        if (!main.equals(Fingerprints.main(program))) {
            throw new UnreadableProfile(name, "is a profile of another program, " + main, OTHER_FILE);
        }
        Map<String, String> hashes = Fingerprints.ofModules(program);
        for (Field module : root.get("modules").fields()) {
            String now = hashes.get(module.key());
            if (now != null && !now.equals(module.text())) {
                changed.add(module.key());
            }
        }
        stale.addAll(changed);
        Map<FunctionId, FunctionProfile> functions = new TreeMap<>();
        for (Field module : root.get("functions").fields()) {
            for (Field function : module.fields()) {
                add(new FunctionId(module.key(), function.key()), function, functions);
            }
        }
        return new ProfileFile.Reading(new Profile(functions), List.copyOf(stale));
    }

    private JsonNode parse(String text) throws UnreadableProfile {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? name : name + ":" + at.getLineNr() + ":" + at.getColumnNr();
            String problem = e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*|\n.*", "");
            throw new UnreadableProfile(place, "is no profile, for it is no JSON: " + problem, ANY_FILE);
        }
    }

    private void add(FunctionId id, Field field, Map<FunctionId, FunctionProfile> to) throws UnreadableProfile {
        FunctionProfile profile = function(field);
        TypedFunction function = program.functions().get(id);
        String tree = field.get("tree").text();
        if (function == null || changed.contains(id.module())) {
            return;
        }
        if (!tree.equals(Fingerprints.of(function))) {
            stale.add(id.module());
        } else if (profile.parameters().size() != function.parameters().size()) {
            throw field.get("parameters").wrong("as many entries as the function has parameters");
        } else {
            to.put(id, profile);
        }
    }

    private FunctionProfile function(Field field) throws UnreadableProfile {
        List<Seen> parameters = new ArrayList<>();
        for (Field parameter : field.get("parameters").elements()) {
            parameters.add(seen(parameter));
        }
        Map<Integer, Seen> values = new TreeMap<>();
        for (Field value : field.get("values").fields()) {
            values.put(value.site(), seen(value));
        }
        Map<Integer, Long> counts = new TreeMap<>();
        for (Field count : field.get("counts").fields()) {
            counts.put(count.site(), count.number());
        }
        Map<Integer, Arms> branches = new TreeMap<>();
        for (Field branch : field.has("branches") ? field.get("branches").fields() : List.<Field>of()) {
            List<Long> taken = new ArrayList<>();
            for (Field arm : branch.elements()) {
                taken.add(arm.number());
            }
            if (taken.stream().allMatch(n -> n == 0)) {
                throw branch.wrong("counts of which one at least is not 0");
            }
            branches.put(branch.site(), new Arms(taken));
        }
        Map<List<Type>, Long> shapes = new HashMap<>();
        for (Field shape : field.has("shapes") ? field.get("shapes").elements() : List.<Field>of()) {
            List<Type> together = new ArrayList<>();
            for (Field type : shape.get("types").elements()) {
                types.type(type.text()).filter(t -> t == PrimitiveType.ANY || isExact(t)).ifPresent(together::add);
            }
            long times = shape.get("calls").number();
            boolean isWhole = together.size() == shape.get("types").elements().size();
            if (isWhole && together.size() == parameters.size()) { // else the program has some of the types no more
                shapes.put(together, times);
            }
        }
        return new FunctionProfile(
                field.get("calls").number(), parameters, seen(field.get("result")), values, counts, branches, shapes);
    }

    /** Types that the program has no more are left out. */
    private Seen seen(Field field) throws UnreadableProfile {
        Set<Type> seen = new LinkedHashSet<>();
        boolean others = false;
        for (Field element : field.elements()) {
            String text = element.text();
            others |= text.equals(ProfileWriter.OTHERS);
            types.type(text).filter(ProfileReader::isExact).ifPresent(seen::add);
        }
        return new Seen(seen, others);
    }

    /** Whether it is the type of a value, and not only of what may hold it. */
    private static boolean isExact(Type type) {
        return switch (type) {
            case ClassType t -> true;
            case ArrayType t -> true;
            case TypedArrayType t -> true;
            case PrimitiveType t ->
                switch (t) {
                    case INTEGER, FLOAT, BOOLEAN, STRING, NULL -> true;
                    case ANY, VOID, NEVER -> false;
                };
            default -> false;
        };
    }

    /** A part of the text, with the names that lead to it. */
    private final class Field {
        private final String path;
        private final JsonNode node;

        Field(String path, JsonNode node) {
            this.path = path;
            this.node = node;
        }

        String key() {
            return path.substring(path.lastIndexOf('\n') + 1);
        }

        Field get(String key) throws UnreadableProfile {
            JsonNode found = node.get(key);
            if (found == null) {
                throw wrong("an object with \"" + key + "\"");
            }
            return new Field(path + '\n' + key, found);
        }

        boolean has(String key) {
            return node.has(key);
        }

        List<Field> fields() throws UnreadableProfile {
            if (!node.isObject()) {
                throw wrong("an object");
            }
            return node.properties().stream().map(e -> new Field(path + '\n' + e.getKey(), e.getValue())).toList();
        }

        List<Field> elements() throws UnreadableProfile {
            if (!node.isArray()) {
                throw wrong("a list");
            }
            List<Field> result = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                result.add(new Field(path + '\n' + i, node.get(i)));
            }
            return result;
        }

        String text() throws UnreadableProfile {
            if (!node.isTextual()) {
                throw wrong("a string");
            }
            return node.textValue();
        }

        long number() throws UnreadableProfile {
            if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
                throw wrong("a number that is not negative");
            }
            return node.longValue();
        }

        int site() throws UnreadableProfile {
            try {
                return Integer.parseUnsignedInt(key());
            } catch (NumberFormatException e) {
                throw wrong("the number of a site as its name");
            }
        }

        UnreadableProfile wrong(String expected) {
            String place = path.isEmpty() ? "" : " at " + path.substring(1).replace("\n", " / ");
            return new UnreadableProfile(name, "is damaged: expected " + expected + place, OTHER_FILE);
        }
    }
}
