package org.bluescript.language.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interop.Nothing;
import org.bluescript.language.machine.Code;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ClassType;

/**
 * An expression that a debugger evaluates at a place in a running function. It is checked as the body of one more function of
 * the module, or method of the class, with the variables in scope as its parameters; so it means what it would mean there. It
 * cannot assign to local variables, make closures, or use what the program has no room for: a function that was left out, an operation
 * that changes how arrays lie in memory.
 */
final class ScopedExpression {
    private static final String NAME = "__evaluate";

    private final FunctionTools tools;
    private final TypedFunction function;
    private final List<Variable> arguments;
    private final Code code;

    private ScopedExpression(FunctionTools tools, TypedFunction function, List<Variable> arguments, Code code) {
        this.tools = tools;
        this.function = function;
        this.arguments = arguments;
        this.code = code;
    }

    /** @throws ProgramMistakes if it cannot be evaluated there */
    static ScopedExpression of(FunctionTools tools, Span place, Source text) {
        return new Builder(tools, place, text).build();
    }

    /** Evaluates in a frame of the function. Nothing is collected meanwhile: the function's references need not be roots. */
    @TruffleBoundary
    Object evaluate(MaterializedFrame frame) {
        Object[] values = arguments.stream().map(v -> tools.raw(v, frame)).toArray();
        tools.program().machine().enter();
        try {
            Object result = code.target().call(values);
            return result == null ? Nothing.NOTHING : tools.value(function.result(), result);
        } finally {
            tools.program().machine().leave();
        }
    }

    private static final class Builder {
        private final FunctionTools tools;
        private final TypedProgram program;
        private final TypedModule module;
        private final Source text;
        private final List<Variable> arguments;
        private final Optional<TypedClass> around;

        Builder(FunctionTools tools, Span place, Source text) {
            this.tools = tools;
            this.program = tools.program().typed();
            this.module = program.modules().stream()
                    .filter(m -> m.path().equals(tools.function().id().module()))
                    .findFirst()
                    .orElseThrow();
            this.text = text;
            Map<String, Variable> visible = VisibleVariables.of(tools.function(), place);
            this.around = Optional.ofNullable(visible.remove("this"))
                    .filter(v -> v.type() instanceof ClassType)
                    .flatMap(v -> Optional.ofNullable(program.classes().get((ClassType) v.type())));
            this.arguments = new ArrayList<>(
                    visible.values().stream().filter(v -> isNamed(v.name())).toList());
            around.ifPresent(c -> VisibleVariables.of(tools.function(), place).values().stream()
                    .filter(v -> v.name().equals("this"))
                    .forEach(arguments::addFirst));
        }

        private boolean isNamed(String name) {
            return Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])").matcher(text.getCharacters()).find();
        }

        ScopedExpression build() {
            Diagnostics mistakes = new Diagnostics();
            TypedFunction function = check("return (" + text.getCharacters() + "\n);", mistakes)
                    .or(() -> check(text.getCharacters() + "\n;", new Diagnostics()))
                    .orElseThrow(() -> refused(mistakes.all().getFirst().message()));
            TreeWalk.expressions(function.body(), e -> verify(function, e));
            return new ScopedExpression(tools, function, arguments, tools.program().addition(function));
        }

        private Optional<TypedFunction> check(String body, Diagnostics mistakes) {
            String parameters = arguments.stream()
                    .filter(v -> !v.name().equals("this"))
                    .map(v -> v.name() + ": " + v.type())
                    .collect(Collectors.joining(", "));
            String declaration = NAME + "(" + parameters + ") { " + body + " }";
            String before = module.file().text();
            String after = around.map(c -> {
                int end = c.span().end() - 1;
                return before.substring(0, end) + "\n" + declaration + "\n" + before.substring(end);
            }).orElseGet(() -> before + "\nfunction " + declaration + "\n");
            Map<String, String> others = new HashMap<>();
            program.modules().forEach(m -> others.put(m.path(), m == module ? after : m.file().text()));
            MemoryModules modules = MemoryModules.of(others);
            String mainPath = tools.program().main().path();
            ModuleSource main = new ModuleSource(mainPath, SourceFile.of(text.getName(), others.get(mainPath)));
            String name = around.map(c -> c.type().name() + "." + NAME).orElse(NAME);
            return ProgramChecker.check(main, modules, mistakes)
                    .filter(p -> p.growable().equals(program.growable()))
                    .map(p -> p.functions().get(new FunctionId(module.path(), name)));
        }

        /** Everything that the expression needs must lie in the program's memory already. */
        private void verify(TypedFunction function, TypedExpression expression) {
            switch (expression) {
                case TypedExpression.MakeClosure e -> throw refused("a function expression cannot be evaluated here");
                case TypedExpression.FunctionReference e -> {
                    if (!tools.program().layout().hasFunctionValue(e.function())) {
                        throw refused("the program has no value for the function " + e.function().name());
                    }
                }
                case TypedExpression.Write e -> {
                    if (function.parameters().contains(e.variable())) {
                        throw refused("\"" + e.variable().name() + "\" is changed in the list of variables, not by an expression");
                    }
                }
                case TypedExpression.Call e -> verify(e.function());
                case TypedExpression.New e -> {
                    if (!program.classes().containsKey(e.type())) {
                        throw refused("the program has no class " + e.type());
                    }
                }
                default -> {}
            }
        }

        private void verify(FunctionId called) {
            if (tools.program().code(called) == null) {
                throw refused("the program has no function " + called.name());
            }
        }

        private ProgramMistakes refused(String message) {
            return new ProgramMistakes(message, text.createSection(0, text.getLength()));
        }
    }
}
