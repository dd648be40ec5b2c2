package org.bluescript.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
    private static final String MAIN = """
            import { Circle, area } from "./shapes"
            function f(v) { let sum = 0; for (let i = 0; i < 3; i++) { sum += i } return v }
            f(1); f(2.5); f(new Circle(2)); f(["a"]); f([new Circle(1)]); f(f); f({ x: 1, y: [f] })
            print(area(new Circle(1)), [3, 1, 2].map(x => f(x)).length, new Map<string, any>().size)
            """;
    private static final String SHAPES = """
            export class Circle { constructor(public r) {} }
            export function area(c) { return c.r * c.r * 3.0 }
            """;

    private final ObservedProgram observed = ObservedProgram.of(Map.of("main", MAIN, "shapes", SHAPES));
    private final String text = ProfileFile.text(observed.program(), observed.profile());

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsRead() throws UnreadableProfile {
        ProfileFile.Reading reading = ProfileFile.parse("a", text, observed.program());
        assertThat(reading.stale()).isEmpty();
        assertThat(reading.profile()).isEqualTo(observed.profile());
        assertThat(ProfileFile.text(observed.program(), reading.profile())).isEqualTo(text);
    }

    @Test
    void typesThatCameTogetherAreKept() throws UnreadableProfile {
        ObservedProgram several = ObservedProgram.of("class A {} function f(a, n: integer) { return a } f(1, 2); f(2.5, 1); f(new A(), 1)");
        FunctionId f = new FunctionId("main", "f");
        String kept = ProfileFile.text(several.program(), several.profile());
        assertThat(kept).contains("\"types\" : [ \"main:A\", \"any\" ]");
        assertThat(ProfileFile.parse("a", kept, several.program()).profile().functions().get(f).shapes())
                .isEqualTo(several.profile().functions().get(f).shapes())
                .hasSize(3);
        assertThat(ProfileFile.parse("a", kept.replace("[ \"main:A\",", "[ \"main:B\","), several.program())
                        .profile().functions().get(f).shapes())
                .as("the program has this type no more")
                .hasSize(2);
        assertThat(catchThrowableOfType(
                        UnreadableProfile.class,
                        () -> ProfileFile.parse("a", kept.replace("[ \"main:A\", \"any\" ]", "7"), several.program())))
                .hasMessageContaining("expected a list");
    }

    @Test
    void waysOfBranchesMayBeMissing() throws UnreadableProfile {
        ObservedProgram branching = ObservedProgram.of("function f(n) { return n > 1 ? n : 0 } f(1); f(2); f(3)");
        String with = ProfileFile.text(branching.program(), branching.profile());
        assertThat(with).contains("[ 2, 1 ]");
        String without = with.replaceAll(",\\s*\"branches\" : \\{[^}]*\\}", "");
        assertThat(without).doesNotContain("branches");
        ProfileFile.Reading reading = ProfileFile.parse("a", without, branching.program());
        assertThat(reading.profile().functions().values()).isNotEmpty().allMatch(f -> f.branches().isEmpty());
        assertThat(catchThrowableOfType(
                        UnreadableProfile.class,
                        () -> ProfileFile.parse("a", with.replace("[ 2, 1 ]", "[ 0, 0 ]"), branching.program())))
                .hasMessageContaining("expected counts of which one at least is not 0");
    }

    @Test
    void equalProfilesHaveEqualTexts() {
        ObservedProgram again = ObservedProgram.of(Map.of("shapes", SHAPES, "main", MAIN));
        assertThat(ProfileFile.text(again.program(), again.profile())).isEqualTo(text);
    }

    @Test
    void typesAreAsTheLanguageWritesThem() {
        assertThat(text).contains("\"shapes:Circle\"", "\"string[]\"", "\"shapes:Circle[]\"", "\"others\"");
        assertThat(text.lines().filter(l -> l.contains("\"parameters\" : [ [ \""))).anyMatch(l -> l.contains("float"));
    }

    @Test
    void ofBothRunsIsWhatEitherSaw() throws UnreadableProfile {
        Profile both = ProfileFile.parse("a", text, observed.program()).profile().and(observed.profile());
        FunctionProfile f = both.of(new FunctionId("main", "f")).orElseThrow();
        assertThat(f.calls()).isEqualTo(2 * observed.of("main", "f").calls());
        assertThat(f.parameters()).isEqualTo(observed.of("main", "f").parameters());
        assertThat(f.counts().values()).containsExactly(60L);
    }

    @Test
    void aChangedModuleIsStaleAndTheOthersAreKept() throws UnreadableProfile {
        TypedProgram changed = ObservedProgram.check(Map.of("main", MAIN, "shapes", SHAPES + "// changed"));
        ProfileFile.Reading reading = ProfileFile.parse("a", text, changed);
        assertThat(reading.stale()).containsExactly("shapes");
        assertThat(modules(reading.profile())).contains("main").doesNotContain("shapes");
        assertThat(reading.profile().of(new FunctionId("main", "f")))
                .hasValueSatisfying(f -> assertThat(f).isEqualTo(observed.of("main", "f")));
    }

    @Test
    void aModuleThatMeansSomethingElseBecauseOfAnotherIsStaleToo() throws UnreadableProfile {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a", "export function n(): integer { return 1 }");
        texts.put("main", "import { n } from \"./a\"\nfunction f() { return n() }\nfunction g(x) { return x }\nprint(f(), g(1))");
        ObservedProgram before = ObservedProgram.of(texts);
        String written = ProfileFile.text(before.program(), before.profile());
        texts.put("a", "export function n(): any { return 1 }");
        ProfileFile.Reading reading = ProfileFile.parse("a", written, ObservedProgram.check(texts));
        assertThat(reading.stale()).containsExactly("a", "main");
        assertThat(reading.profile().functions()).containsOnlyKeys(new FunctionId("main", "g"));
    }

    @Test
    void typesThatTheProgramHasNoMoreAreLeftOut() throws UnreadableProfile {
        String other = text.replace("\"shapes:Circle\"", "\"shapes:Square\"");
        Profile profile = ProfileFile.parse("a", other, observed.program()).profile();
        Seen seen = profile.of(new FunctionId("shapes", "area")).orElseThrow().parameters().getFirst();
        assertThat(seen).isEqualTo(Seen.NOTHING);
        assertThat(observed.of("shapes", "area").parameters()).containsExactly(Seen.of(new ClassType("shapes", "Circle")));
    }

    @Test
    void whatIsNoTypeOfAValueIsLeftOut() throws UnreadableProfile {
        String other = text.replace("[ \"shapes:Circle\" ]", "[ \"any\", \"integer | string\", \"integer\" ]");
        Profile profile = ProfileFile.parse("a", other, observed.program()).profile();
        assertThat(profile.of(new FunctionId("shapes", "area")).orElseThrow().parameters())
                .containsExactly(Seen.of(PrimitiveType.INTEGER));
    }

    @Test
    void namesOfAllLanguagesAreKept() throws UnreadableProfile {
        ObservedProgram strange = ObservedProgram.of("function größe(v) { return v }\ngröße({ длина: 1 })");
        String written = ProfileFile.text(strange.program(), strange.profile());
        assertThat(written).contains("größe", "{ длина: integer }");
        assertThat(ProfileFile.parse("a", written, strange.program()).profile()).isEqualTo(strange.profile());
    }

    @Test
    void filesAreReplacedAsAWhole() throws IOException, UnreadableProfile {
        Path file = folder.resolve("app.bsprofile");
        ProfileFile.write(file, observed.program(), Profile.EMPTY);
        ProfileFile.write(file, observed.program(), observed.profile());
        assertThat(file).hasContent(text);
        assertThat(ProfileFile.read(file, observed.program()).profile()).isEqualTo(observed.profile());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.createFile(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        ProfileFile.write(link, observed.program(), observed.profile());
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~|app: is no profile",
        "{}|app: is no profile",
        "[1|app:1:3: is no profile, for it is no JSON: Unexpected end-of-input: expected close marker for Array",
        "{ \"format\": \"bluescript-profile\", \"version\": 2 }|app: is of version 2, not 1, of the format",
        "{ \"format\": \"bluescript-profile\", \"version\": 1, \"main\": \"other\" }|app: is a profile of another program, other",
        "{ \"format\": \"bluescript-profile\", \"version\": -1 }|app: is damaged: expected a number that is not negative at version",
        "{ \"format\": \"bluescript-profile\", \"version\": 1, \"main\": 1 }|app: is damaged: expected a string at main",
        "{ \"format\": \"bluescript-profile\", \"version\": 1 }|app: is damaged: expected an object with \"main\"",
    })
    void anUnreadableFileSaysWhere(String wrong, String message) {
        assertThat(failure(wrong)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "\"calls\" : 1,|\"calls\" : \"1\",|a number that is not negative at functions / shapes / area / calls",
        "\"calls\" : 1,|\"calls\" : 1.5,|a number that is not negative at functions / shapes / area / calls",
        "\"calls\" : 1,|\"calls\" : 123456789012345678901,|a number that is not negative at functions / shapes / area / calls",
        "\"calls\" : 1,|~~|an object with \"calls\" at functions / shapes / area",
        "\"parameters\" : [ [ \"shapes:Circle\" ] ]|\"parameters\" : [ ]|as many entries as the function has parameters at functions / shapes / area / parameters",
        "\"parameters\" : [ [ \"shapes:Circle\" ] ]|\"parameters\" : [ [ 1 ] ]|a string at functions / shapes / area / parameters / 0 / 0",
        "\"parameters\" : [ [ \"shapes:Circle\" ] ]|\"parameters\" : { }|a list at functions / shapes / area / parameters",
        "\"counts\" : { }|\"counts\" : { \"-1\" : 2 }|the number of a site as its name at functions / shapes / area / counts / -1",
    })
    void aDamagedFileSaysWhere(String right, String wrong, String expected) {
        int area = text.indexOf("\"area\"");
        assertThat(text.substring(area)).contains(right);
        String damaged = text.substring(0, area)
                + text.substring(area).replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);
        assertThat(failure(damaged)).hasMessage("app: is damaged: expected " + expected);
    }

    @Test
    void whatIsUnreadableSaysWhatToDo() throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
        UnreadableProfile e = catchThrowableOfType(
                UnreadableProfile.class, () -> ProfileFile.read(file, observed.program()));
        assertThat(e).hasMessageEndingWith("binary: is not UTF-8 text, so it is no profile");
        assertThat(e.help()).contains("--save-profile");
    }

    @Test
    void sitesThatAreListedTwiceAreRefused() {
        String twice = text.replaceFirst("\"main\" : ", "\"main\" : \"x\",\n  \"main\" : ");
        assertThat(failure(twice)).hasMessageStartingWith("app:5:").hasMessageContaining("Duplicate field 'main'");
    }

    private UnreadableProfile failure(String wrong) {
        return catchThrowableOfType(
                UnreadableProfile.class,
                () -> ProfileFile.parse("app", wrong == null ? "" : wrong, observed.program()));
    }

    private static Set<String> modules(Profile profile) {
        return profile.functions().keySet().stream().map(FunctionId::module).collect(Collectors.toSet());
    }
}
