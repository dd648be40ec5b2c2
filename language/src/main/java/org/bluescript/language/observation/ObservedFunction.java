package org.bluescript.language.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** What is written down of one function while it runs. */
public final class ObservedFunction {
    private final TypedFunction function;
    private final Sites sites;
    private final Supplier<ObservedWords> words;
    private final Counter calls = new Counter();
    private final ObservedWords result;
    private final Map<Integer, ObservedWords> parameters = new ConcurrentHashMap<>();
    private final Map<Integer, ObservedWords> values = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> turns = new ConcurrentHashMap<>();
    private volatile ObservedShapes shapes;
    private final Map<Integer, List<Counter>> branches = new ConcurrentHashMap<>();

    ObservedFunction(TypedProgram program, TypedFunction function, Supplier<ObservedWords> words) {
        this.function = function;
        this.sites = Sites.of(program, function);
        this.words = words;
        this.result = words.get();
    }

    /** Which of the function's expressions are observed, under which number. */
    public Sites sites() {
        return sites;
    }

    public Counter calls() {
        return calls;
    }

    /** For the parameter of this index. */
    public ObservedWords parameter(int index) {
        return parameters.computeIfAbsent(index, i -> words.get());
    }

    public ObservedWords result() {
        return result;
    }

    /** For the expression with this number. */
    public ObservedWords value(int site) {
        return values.computeIfAbsent(site, s -> words.get());
    }

    /** For the turns of the loop with this number. */
    public Counter turns(int site) {
        return turns.computeIfAbsent(site, s -> new Counter());
    }

    /** For the types that parameters have together; those with words. Empty if there are none, or too many. */
    public Optional<ObservedShapes> shapes() {
        List<Integer> words = words();
        if (words.isEmpty() || words.size() > ObservedShapes.MOST_PARAMETERS) {
            return Optional.empty();
        }
        if (shapes == null) {
            shapes = new ObservedShapes(words.stream().map(this::parameter).toList(), calls);
        }
        return Optional.of(shapes);
    }

    /** The indices of the parameters that are observed. */
    public List<Integer> words() {
        return IntStream.range(0, function.parameters().size())
                .filter(i -> function.parameters().get(i).type().representation() == Representation.WORD)
                .boxed()
                .toList();
    }

    private Map<List<Type>, Long> shapesSeen() {
        Map<List<Type>, Long> result = new HashMap<>();
        ObservedShapes observed = shapes;
        if (observed != null) {
            observed.seen().forEach((types, count) -> {
                List<Type> all = new ArrayList<>(Collections.nCopies(function.parameters().size(), PrimitiveType.ANY));
                for (int i = 0; i < types.size(); i++) {
                    all.set(words().get(i), types.get(i));
                }
                result.put(all, count);
            });
        }
        return result;
    }

    /** For the ways, so many, that the branch with this number can go: see {@link Arms}. */
    public List<Counter> arms(int site, int count) {
        return branches.computeIfAbsent(
                site, s -> Stream.generate(Counter::new).limit(count).toList());
    }

    /** What was seen until now. */
    FunctionProfile profile() {
        List<Seen> passed = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            ObservedWords observed = parameters.get(i);
            passed.add(observed == null ? Seen.NOTHING : observed.seen());
        }
        Map<Integer, Seen> seen = new TreeMap<>();
        values.forEach((site, w) -> seen.put(site, w.seen()));
        seen.values().removeIf(Seen::isNothing);
        Map<Integer, Long> counts = new TreeMap<>();
        turns.forEach((site, c) -> counts.put(site, c.count()));
        counts.values().removeIf(n -> n == 0);
        Map<Integer, Arms> ways = new TreeMap<>();
        branches.forEach((site, c) -> ways.put(site, new Arms(c.stream().map(Counter::count).toList())));
        ways.values().removeIf(arms -> arms.total() == 0);
        return new FunctionProfile(calls.count(), passed, result.seen(), seen, counts, ways, shapesSeen());
    }
}
