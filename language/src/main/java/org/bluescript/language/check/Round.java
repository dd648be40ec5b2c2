package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** What one walk over the whole program shares: what it finds wrong, what it makes, and what it knows of classes. */
final class Round {
    private final Knowledge knowledge;
    private final Settled settled;
    private final Map<String, ModuleScope> modules = new LinkedHashMap<>();
    private final Map<ClassType, ClassSymbol> classes = new LinkedHashMap<>();
    private final Map<InterfaceType, InterfaceSymbol> interfaces = new LinkedHashMap<>();
    private final Map<UnionType, AliasSymbol> recursiveUnions = new LinkedHashMap<>();
    private final Shapes shapes = new Shapes(this);
    private final ShapeClasses shapeClasses = new ShapeClasses(this);
    private final Accessors accessors = new Accessors(this);
    private final Presences presences = new Presences(this);
    private final Assignability assignability = new Assignability(this);
    private final EvaluationOrder order = new EvaluationOrder(this::hasAccessor);
    private final ResultInference results = new ResultInference(this);
    private final GlobalTypes globals = new GlobalTypes(this);
    private final Prelude prelude;
    private final WordMethods wordMethods = new WordMethods(this);
    private final Instances instances = new Instances(this);
    private Optional<Timers> timers = Optional.empty();
    private final Findings lasting = new Findings();
    private Findings found = lasting;

    Round(Knowledge knowledge, Scope builtins) {
        this(knowledge, builtins, Settled.NOTHING);
    }

    /** @param settled what need not be found out again */
    Round(Knowledge knowledge, Scope builtins, Settled settled) {
        this.knowledge = knowledge;
        this.settled = settled;
        this.prelude = new Prelude(this, builtins);
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** What was found out before this check. */
    Settled settled() {
        return settled;
    }

    Map<String, ModuleScope> modules() {
        return modules;
    }

    Map<ClassType, ClassSymbol> classes() {
        return classes;
    }

    Map<InterfaceType, InterfaceSymbol> interfaces() {
        return interfaces;
    }

    InterfaceSymbol interfaceOf(InterfaceType type) {
        InterfaceSymbol known = interfaces.get(type);
        return known != null ? known : settled.interfaces.get(type);
    }

    /** The aliases of unions that mention themselves. */
    Map<UnionType, AliasSymbol> recursiveUnions() {
        return recursiveUnions;
    }

    Shapes shapes() {
        return shapes;
    }

    ShapeClasses shapeClasses() {
        return shapeClasses;
    }

    Accessors accessors() {
        return accessors;
    }

    ClassSymbol classOf(ClassType type) {
        ClassSymbol known = classes.get(type);
        return known != null ? known : shapeClasses.find(type).or(() -> revived(type)).orElse(null);
    }

    /** An instance of a generic class that only earlier checks have met. */
    private Optional<ClassSymbol> revived(ClassType type) {
        if (!settled.hasInstance(type)) {
            return Optional.empty();
        }
        Optional<Symbol> generic = prelude.has(type)
                ? prelude.genericClass(type.name())
                : modules.values().stream()
                        .flatMap(m -> m.scope().findHere(type.name()).stream())
                        .filter(s -> s instanceof GenericClass g && g.statics().type().module().equals(type.module()))
                        .findFirst();
        return generic.map(GenericClass.class::cast)
                .filter(g -> g.generic(this).placeholders().size() == type.arguments().size())
                .flatMap(g -> instances.classOf(g, type.arguments(), g.node().name().span()));
    }

    Presences presences() {
        return presences;
    }

    Assignability assignability() {
        return assignability;
    }

    EvaluationOrder order() {
        return order;
    }

    ResultInference results() {
        return results;
    }

    GlobalTypes globals() {
        return globals;
    }

    Prelude prelude() {
        return prelude;
    }

    WordMethods wordMethods() {
        return wordMethods;
    }

    /** The timers, if the program has some. */
    Optional<Timers> timers() {
        return timers;
    }

    void setTimers(Timers timers) {
        this.timers = Optional.of(timers);
    }

    Instances instances() {
        return instances;
    }

    Map<FunctionId, TypedFunction> functions() {
        return found.functions;
    }

    Set<Type> growable() {
        return found.growable;
    }

    /** Whether instances of some class have a property of this name. */
    boolean hasProperty(String name) {
        return hasAccessor(name) || classes.values().stream().anyMatch(c -> c.fields().containsKey(name));
    }

    /** Whether instances of some class have a getter or setter of this name; in a session, whether some may have one later. */
    boolean hasAccessor(String name) {
        return settled != Settled.NOTHING || classes.values().stream()
                .anyMatch(c -> c.methods().containsKey(GetSet.getter(name)) || c.methods().containsKey(GetSet.setter(name)));
    }

    void error(Span span, String message) {
        found.diagnostics.error(span, message);
    }

    void error(Span span, String message, String help) {
        found.diagnostics.error(span, message, help);
    }

    void error(Span span, String message, Optional<String> help) {
        help.ifPresentOrElse(h -> error(span, message, h), () -> error(span, message));
    }

    /**
     * Reports that {@code name} is missing in {@code where}; in each file only once, at the first place in the text, because what
     * is missing is missing everywhere.
     */
    void missing(Span span, Object where, String name, String message, Optional<String> help) {
        Missing key = new Missing(span.file(), where, name);
        Diagnostic diagnostic = new Diagnostic(span, message, help);
        found.missing.merge(key, diagnostic, Findings::earlier);
    }

    private record Missing(SourceFile file, Object where, String name) {}

    /** Reports something that may be the consequence of another mistake: only if there is none. */
    void errorIfAlone(Span span, String message, String help) {
        found.ifAlone.error(span, message, help);
    }

    /** The mistakes found so far. */
    List<Diagnostic> mistakes() {
        List<Diagnostic> all = new ArrayList<>(lasting.diagnostics.all());
        all.addAll(lasting.missing.values());
        return all;
    }

    /** Whether there is no mistake of which the others may be consequences. */
    boolean hasOnlyConsequences() {
        return !lasting.diagnostics.hasErrors() && lasting.ifAlone.hasErrors();
    }

    /** All mistakes found. */
    Diagnostics result() {
        instances.report();
        lasting.missing.values().forEach(lasting.diagnostics::report);
        lasting.missing.clear();
        return lasting.diagnostics.hasErrors() ? lasting.diagnostics : lasting.ifAlone;
    }

    /** Runs a check whose mistakes and functions nobody wants, because the same text is checked again in its own place. */
    <T> T onTrial(Supplier<T> check) {
        return into(new Findings(), check);
    }

    void onTrial(Runnable check) {
        into(new Findings(), check);
    }

    /** Runs a check that counts, even if it became necessary during a trial. */
    <T> T forReal(Supplier<T> check) {
        return into(lasting, check);
    }

    void forReal(Runnable check) {
        into(lasting, check);
    }

    /** Runs a check whose mistakes count, but not its functions: the same text is checked again for other types. */
    void forMistakes(Runnable check) {
        lasting.addMistakes(findings(check));
    }

    /** Runs a check whose functions count; its mistakes do not, of which it gives the first. */
    Optional<Diagnostic> forFunctions(Runnable check) {
        Findings findings = findings(check);
        lasting.addFunctions(findings);
        return findings.first();
    }

    /** As {@link #forMistakes}, as part of the check at hand, for which the mistakes count; gives the first. */
    Optional<Diagnostic> forMistakesHere(Runnable check) {
        Findings findings = findings(check);
        found.addMistakes(findings);
        return findings.first();
    }

    /** As {@link #forFunctions}, as part of the check at hand, for which the functions count. */
    Optional<Diagnostic> forFunctionsHere(Runnable check) {
        Findings findings = findings(check);
        found.addFunctions(findings);
        return findings.first();
    }

    private Findings findings(Runnable check) {
        Findings findings = new Findings();
        into(findings, check);
        return findings;
    }

    private void into(Findings target, Runnable check) {
        into(target, () -> {
            check.run();
            return null;
        });
    }

    private <T> T into(Findings target, Supplier<T> check) {
        Findings saved = found;
        found = target;
        try {
            return check.get();
        } finally {
            found = saved;
        }
    }

    /** What checks bring forth. */
    private static final class Findings {
        private final Diagnostics diagnostics = new Diagnostics();
        private final Diagnostics ifAlone = new Diagnostics();
        private final Map<Missing, Diagnostic> missing = new LinkedHashMap<>();
        private final Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        private final Set<Type> growable = new HashSet<>();

        private void addMistakes(Findings more) {
            more.diagnostics.all().forEach(diagnostics::report);
            more.ifAlone.all().forEach(ifAlone::report);
            more.missing.forEach((k, d) -> missing.merge(k, d, Findings::earlier));
        }

        private void addFunctions(Findings more) {
            functions.putAll(more.functions);
            growable.addAll(more.growable);
        }

        private Optional<Diagnostic> first() {
            return Stream.of(diagnostics.all(), missing.values(), ifAlone.all()).flatMap(Collection::stream).findFirst();
        }

        private static Diagnostic earlier(Diagnostic a, Diagnostic b) {
            return a.span().start() <= b.span().start() ? a : b;
        }
    }
}
