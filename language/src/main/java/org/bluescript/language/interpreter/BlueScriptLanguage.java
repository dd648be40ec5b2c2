package org.bluescript.language.interpreter;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.Option;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.modules.ModuleLoader;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.nodes.SpannedNode;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.typed.TypedProgram;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;

/**
 * BlueScript for the polyglot API: {@code context.eval("bluescript", text)} checks a program and runs it on the host. A source
 * with a path imports modules from its folder, if the context allows file access; one without imports none. The value is
 * that of the last statement, if it is an expression, else null; mistakes in the text are one syntax error that tells all of
 * them; run-time errors are guest exceptions with the device's messages.
 *
 * <p>Each evaluation is a program in a memory of its own, which lives as long as its values are held; the context's bindings
 * are the declarations of the latest. Contexts may share an engine, but no translated code: it is bound to a memory.
 */
@ProvidedTags({
    StandardTags.RootTag.class,
    StandardTags.RootBodyTag.class,
    StandardTags.StatementTag.class,
    StandardTags.CallTag.class,
    StandardTags.ExpressionTag.class,
    StandardTags.ReadVariableTag.class,
    StandardTags.WriteVariableTag.class
})
@TruffleLanguage.Registration(
        id = BlueScriptLanguage.ID,
        name = "BlueScript",
        defaultMimeType = BlueScriptLanguage.MIME_TYPE,
        characterMimeTypes = BlueScriptLanguage.MIME_TYPE,
        contextPolicy = TruffleLanguage.ContextPolicy.EXCLUSIVE)
public final class BlueScriptLanguage extends TruffleLanguage<BlueScriptContext> {
    public static final String ID = "bluescript";
    public static final String MIME_TYPE = "application/x-bluescript";

    /** For tests of the interpreter's roots. */
    @Option(category = OptionCategory.INTERNAL, stability = OptionStability.EXPERIMENTAL,
            help = "Collect at every allocation and poison what is freed.")
    static final OptionKey<Boolean> StressHeap = new OptionKey<>(false);

    @Option(category = OptionCategory.EXPERT, stability = OptionStability.EXPERIMENTAL,
            help = "The key of a device for functions with inline C, as the embedder got it from Devices.add.",
            usageSyntax = "<key>")
    static final OptionKey<String> Device = new OptionKey<>("");

    private static final LanguageReference<BlueScriptLanguage> REFERENCE = LanguageReference.create(BlueScriptLanguage.class);

    /** The language of the context that the thread has entered. */
    static BlueScriptLanguage get() {
        return REFERENCE.get(null);
    }

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return new BlueScriptLanguageOptionDescriptors();
    }

    @Override
    protected BlueScriptContext createContext(Env environment) {
        return new BlueScriptContext(environment);
    }

    @Override
    protected Object getScope(BlueScriptContext context) {
        return context.scope();
    }

    @Override
    protected CallTarget parse(ParsingRequest request) throws IOException {
        Source source = request.getSource();
        String path = source.getPath();
        boolean inFolder = path != null && BlueScriptContext.get(null).environment().isFileIOAllowed();
        if (inFolder) {
            FolderModules modules = FolderModules.of(Path.of(path));
            return parse(source, modules.main(), modules);
        }
        String text = source.getCharacters().toString();
        ModuleSource main = new ModuleSource("main", SourceFile.of(source.getName(), text));
        return parse(source, main, MemoryModules.of(Map.of()));
    }

    /** An expression that a debugger evaluates at a place in a program. */
    @Override
    protected ExecutableNode parse(InlineParsingRequest request) {
        Node location = request.getLocation();
        while (location != null && !(location instanceof SpannedNode spanned && spanned.span() != null)) {
            location = location.getParent();
        }
        if (location == null || !(location.getRootNode() instanceof FunctionRootNode root)) {
            return null;
        }
        ScopedExpression expression = ScopedExpression.of(
                (FunctionTools) root.tools(), ((SpannedNode) location).span(), request.getSource());
        return new ExecutableNode(this) {
            @Override
            public Object execute(VirtualFrame frame) {
                return expression.evaluate(frame.materialize());
            }
        };
    }

    private CallTarget parse(Source source, ModuleSource main, ModuleLoader loader) {
        SourceSections sections = new SourceSections();
        sections.add(main.file(), source);
        Diagnostics diagnostics = new Diagnostics();
        TypedProgram program = ProgramChecker.check(main, loader, diagnostics).orElse(null);
        if (program == null) {
            throw new ProgramMistakes(diagnostics, sections);
        }
        return new ProgramRootNode(this, program, sections, Optional.empty(), Optional.empty()).getCallTarget();
    }
}
