package org.bluescript.language.tck;

import java.util.Collection;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.InlineSnippet;
import org.graalvm.polyglot.tck.LanguageProvider;
import org.graalvm.polyglot.tck.ResultVerifier;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;

/**
 * BlueScript for the Truffle TCK, which passes the values of each language to the snippets of all others. Its memory holds no
 * foreign values: what is neither null, a truth, a 32-bit number nor a string is refused where it comes in.
 */
public final class BlueScriptProvider implements LanguageProvider {
    private static final String ID = "bluescript";

    @Override
    public String getId() {
        return ID;
    }

    private static Value eval(Context context, String program) {
        return context.eval(ID, program);
    }

    private static Snippet.Builder function(Context context, String id, String text, TypeDescriptor result) {
        return Snippet.newBuilder(id, eval(context, "const f = " + text + ";\nf"), result);
    }

    @Override
    public Value createIdentityFunction(Context context) {
        return eval(context, "const f = (s: string): string => s;\nf");
    }

    @Override
    public Snippet createIdentityFunctionSnippet(Context context) {
        return function(context, "identity", "(s: string): string => s", TypeDescriptor.STRING)
                .parameterTypes(TypeDescriptor.STRING)
                .build();
    }

    @Override
    public Collection<? extends Snippet> createValueConstructors(Context context) {
        TypeDescriptor numbers = TypeDescriptor.array(TypeDescriptor.NUMBER);
        return List.of(
                function(context, "integer", "(): integer => 42", TypeDescriptor.NUMBER).build(),
                function(context, "least integer", "(): integer => -2147483648", TypeDescriptor.NUMBER).build(),
                function(context, "float", "(): float => 1.5", TypeDescriptor.NUMBER).build(),
                function(context, "boolean", "(): boolean => true", TypeDescriptor.BOOLEAN).build(),
                function(context, "string", "(): string => \"text\"", TypeDescriptor.STRING).build(),
                function(context, "null", "(): string | null => null", TypeDescriptor.NULL).build(),
                function(context, "array", "(): integer[] => [1, 2, 3]", numbers).build(),
                function(context, "bytes", "(): Uint8Array => new Uint8Array(3, 1)", numbers).build(),
                function(context, "function", "(): (n: integer) => integer => (n: integer): integer => n + 1",
                                TypeDescriptor.executable(TypeDescriptor.NUMBER, TypeDescriptor.NUMBER))
                        .build(),
                Snippet.newBuilder("object",
                                eval(context, "class C { n: integer = 1; }\nconst f = (): C => new C();\nf"),
                                TypeDescriptor.OBJECT)
                        .build());
    }

    @Override
    public Collection<? extends Snippet> createExpressions(Context context) {
        return List.of(
                numbers(context, "+", "(a: integer, b: integer): integer => a + b"),
                numbers(context, "-", "(a: integer, b: integer): integer => a - b"),
                numbers(context, "*", "(a: integer, b: integer): integer => a * b"),
                function(context, "<", "(a: integer, b: integer): boolean => a < b", TypeDescriptor.BOOLEAN)
                        .parameterTypes(TypeDescriptor.NUMBER, TypeDescriptor.NUMBER)
                        .resultVerifier(BlueScriptProvider::verifyIntegers)
                        .build(),
                function(context, "concatenation", "(a: string, b: string): string => a + b", TypeDescriptor.STRING)
                        .parameterTypes(TypeDescriptor.STRING, TypeDescriptor.STRING)
                        .build(),
                function(context, "&&", "(a: boolean, b: boolean): boolean => a && b", TypeDescriptor.BOOLEAN)
                        .parameterTypes(TypeDescriptor.BOOLEAN, TypeDescriptor.BOOLEAN)
                        .build(),
                function(context, "!", "(a: boolean): boolean => !a", TypeDescriptor.BOOLEAN)
                        .parameterTypes(TypeDescriptor.BOOLEAN)
                        .build());
    }

    private static Snippet numbers(Context context, String id, String text) {
        return function(context, id, text, TypeDescriptor.NUMBER)
                .parameterTypes(TypeDescriptor.NUMBER, TypeDescriptor.NUMBER)
                .resultVerifier(BlueScriptProvider::verifyIntegers)
                .build();
    }

    /** A number that is no 32-bit integer is refused like what is no number at all, but that is no mistake of the TCK's. */
    private static void verifyIntegers(ResultVerifier.SnippetRun run) throws PolyglotException {
        boolean areNumbers = run.getParameters().stream().allMatch(Value::isNumber);
        boolean fit = run.getParameters().stream().allMatch(Value::fitsInInt);
        if (fit || !areNumbers || run.getException() == null) {
            ResultVerifier.getDefaultResultVerifier().accept(run);
        }
    }

    @Override
    public Collection<? extends Snippet> createStatements(Context context) {
        return List.of(
                function(context, "if", "(c: boolean): integer => { if (c) { return 1; } return 2; }", TypeDescriptor.NUMBER)
                        .parameterTypes(TypeDescriptor.BOOLEAN)
                        .build(),
                function(context, "for", "(): integer => { let s = 0; for (let i = 0; i < 3; i++) { s += i; } return s; }",
                                TypeDescriptor.NUMBER)
                        .build(),
                function(context, "while", "(c: boolean): integer => { while (c) { return 1; } return 2; }", TypeDescriptor.NUMBER)
                        .parameterTypes(TypeDescriptor.BOOLEAN)
                        .build(),
                function(context, "print", "(s: string): void => { print(s); }", TypeDescriptor.NULL)
                        .parameterTypes(TypeDescriptor.STRING)
                        .build());
    }

    @Override
    public Collection<? extends Snippet> createScripts(Context context) {
        return List.of(script(context, sum()).build());
    }

    private static Source sum() {
        return Source.newBuilder(ID, """
                function sum(values: integer[]): integer {
                    let total = 0;
                    for (const value of values) {
                        total += value;
                    }
                    return total;
                }
                const f = (): integer => sum([10, 20, 12]);
                f
                """, "sum.bs").buildLiteral();
    }

    private static Snippet.Builder script(Context context, Source source) {
        return Snippet.newBuilder("sum", context.eval(source), TypeDescriptor.NUMBER).resultVerifier(run -> {
            ResultVerifier.getDefaultResultVerifier().accept(run);
            if (run.getResult().asInt() != 42) {
                throw new AssertionError("the sum is " + run.getResult());
            }
        });
    }

    @Override
    public Collection<? extends Source> createInvalidSyntaxScripts(Context context) {
        return List.of(
                Source.newBuilder(ID, "let a = ;", "expression.bs").buildLiteral(),
                Source.newBuilder(ID, "function f( { }", "parameters.bs").buildLiteral(),
                Source.newBuilder(ID, "print(\"open", "string.bs").buildLiteral());
    }

    @Override
    public Collection<? extends InlineSnippet> createInlineScripts(Context context) {
        return List.of(InlineSnippet.newBuilder(script(context, sum()).build(), "sum([20, 22])")
                .resultVerifier(run -> {
                    if (run.getResult().asInt() != 42) {
                        throw new AssertionError("evaluated to " + run.getResult());
                    }
                })
                .build());
    }
}
