package org.bluescript.backend.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.PrewarmedGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.debug.ObjectLines;
import org.bluescript.backend.debug.SourceLine;
import org.bluescript.backend.elf.ObjectCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the linker keeps, finds, refuses. */
class LinkerTest {
    private static final int CODE = 0x20001000;
    private static final int DATA = 0x20008000;
    private static final CodeRegion REGION = new CodeRegion(CODE, 0x4000);
    private static PrewarmedGcc gcc;

    @BeforeAll
    static void start() {
        gcc = new PrewarmedGcc(CompilerOptions.standard(), RuntimeHeaders.installed());
    }

    @AfterAll
    static void stop() {
        gcc.close();
    }

    @Test
    void onlyWhatTheRootsNeedIsKept() throws Exception {
        ObjectCode unit = compile("static int used = 4, unused = 5; int helper(void) { return used; }"
                + "int root(void) { return helper() + 1; } int *other(void) { return &unused; }");
        LinkedImage image = link(Libraries.none(), Map.of(), Set.of("root"), unit);
        assertThat(image.symbols()).extracting(LinkedSymbol::name).contains("root").doesNotContain("other", "unused");
    }

    @Test
    void withoutRootsEverythingIsKept() throws Exception {
        LinkedImage image = link(Libraries.none(), Map.of(), Set.of(), compile("int a = 1; int f(void) { return 2; }"));
        assertThat(image.globals()).containsOnlyKeys("a", "f");
    }

    @Test
    void functionsHaveBitZeroSet() throws Exception {
        LinkedImage image = link(Libraries.none(), Map.of(), Set.of(), compile("int f(void) { return 2; } int a = 1;"));
        assertThat(image.address("f")).hasValue(CODE | 1);
        assertThat(image.address("a")).hasValue(DATA);
        assertThat(image.address("nobody")).isEmpty();
    }

    @Test
    void variablesWithoutValueTakeRoomAndAreZero() throws Exception {
        LinkedImage image = link(Libraries.none(), Map.of(), Set.of(), compile("int a[10]; int *f(void) { return a; }"));
        assertThat(image.segments()).filteredOn(segment -> segment.kind() == SegmentKind.ZERO).hasSize(1)
                .allMatch(segment -> segment.bytes().length == 40 && segment.address() == DATA);
    }

    @Test
    void aPlanMayBePlacedTwice() throws Exception {
        LinkPlan plan = new Linker(Libraries.none(), REGION).plan(
                List.of(compile("int x = 3; int *f(void) { return &x; }")), Map.of(), Set.of());
        byte[] first = plan.place(Placement.of(plan, CODE, DATA)).segments().getFirst().bytes().clone();
        byte[] moved = plan.place(Placement.of(plan, CODE, DATA + 16)).segments().getFirst().bytes();
        assertThat(moved).isNotEqualTo(first);
        assertThat(plan.place(Placement.of(plan, CODE, DATA)).segments().getFirst().bytes()).isEqualTo(first);
        assertThat(plan.size(SegmentKind.CODE)).isEqualTo(first.length);
    }

    @Test
    void unitsComeBeforeDefinitionsAndDefinitionsBeforeLibraries() throws Exception {
        ObjectCode caller = compile("int one(void); int two(void); int three(void);"
                + "int f(void) { return one() + two() + three(); } __attribute__((noinline)) int one(void) { __asm__(\"\"); return 1; }");
        Libraries libraries = Libraries.none().with(compile(
                "int two(void) { return 22; } int three(void) { return 33; }"));
        LinkedImage image = link(libraries, Map.of("one", 0x20003001, "two", 0x20003011), Set.of("f"), caller);
        assertThat(image.globals()).containsOnlyKeys("f", "one", "three");
    }

    @Test
    void aLibraryUsesWhatWasLinkedBefore() throws Exception {
        Libraries libraries = Libraries.none().with(compile(
                "int state = 7; int next(void) { return state++; } int reset(void) { return state = 0; }"));
        LinkedImage first = link(libraries, Map.of(), Set.of("f"),
                compile("int next(void); int f(void) { return next(); }"));
        LinkedImage second = link(libraries, first.globals(), Set.of("g"),
                compile("int next(void); int reset(void); int g(void) { return reset() + next(); }"));
        assertThat(second.globals()).containsKey("reset").doesNotContainKeys("next", "state");
    }

    @Test
    void libgccIsSearchedOnDemand() throws Exception {
        Libraries libraries = Libraries.none().with(CompilerLibrary.find(CompilerOptions.standard()));
        LinkedImage image = link(libraries, Map.of(), Set.of("f"),
                compile("long long f(long long a, long long b) { return a / b; }"));
        assertThat(image.globals()).containsKeys("f", "__aeabi_ldivmod", "__udivmoddi4");
    }

    @Test
    void undefinedNamesAreToldWithTheirPlace() throws Exception {
        ObjectCode unit = compile("int missing(int);\nextern int gone;\nint f(int x)\n{\n    gone = x;\n    return missing(x);\n}\n");
        LinkFailure failure = catchThrowableOfType(LinkFailure.class,
                () -> link(Libraries.none(), Map.of(), Set.of(), unit));
        LinkProblem.Unresolved problem = (LinkProblem.Unresolved) failure.problem();
        assertThat(failure).hasMessageContaining("missing").hasMessageContaining("gone");
        LinkProblem.Reference call = problem.references().stream()
                .filter(reference -> reference.symbol().equals("missing")).findFirst().orElseThrow();
        assertThat(new ObjectLines(unit).at(call.section(), call.offset())).contains(new SourceLine("unit", 6));
    }

    @Test
    void anUndefinedRootIsAnError() {
        assertThatThrownBy(() -> link(Libraries.none(), Map.of(), Set.of("nobody"), compile("int x;")))
                .isInstanceOf(LinkFailure.class).hasMessage("undefined: nobody");
    }

    @Test
    void twoDefinitionsOfOneNameAreAnError() {
        assertThatThrownBy(() -> link(Libraries.none(), Map.of(), Set.of(), compile("int x = 1;"), compile("int x = 2;")))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("x is defined both in");
    }

    @Test
    void aStrongDefinitionReplacesAWeakOne() throws Exception {
        ObjectCode weak = compile("__attribute__((weak)) int x = 1;");
        ObjectCode strong = compile("int x = 2;");
        for (List<ObjectCode> units : List.of(List.of(weak, strong), List.of(strong, weak))) {
            LinkedImage image = link(Libraries.none(), Map.of(), Set.of("x"), units.toArray(ObjectCode[]::new));
            assertThat(image.segments().getFirst().bytes()).isEqualTo(new byte[] {2, 0, 0, 0});
        }
    }

    @Test
    void aCallOutOfReachGoesThroughAVeneer() throws Exception {
        int far = 0x08001235;
        LinkedImage image = link(Libraries.none(), Map.of("far", far), Set.of(),
                compile("int far(int); int f(int x) { return far(x) + far(x + 1); } int g(int x) { return far(x) + 2; }"));
        ByteBuffer code = ByteBuffer.wrap(image.segments().getFirst().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int veneer = code.capacity() - 8;
        assertThat(code.getInt(veneer)).isEqualTo(0xf000f8df);
        assertThat(code.getInt(veneer + 4)).isEqualTo(far);
        assertThat(branchTargets(code)).hasSize(3).containsOnly(CODE + veneer);
    }

    @Test
    void aCallWithinReachIsDirect() throws Exception {
        LinkedImage image = link(Libraries.none(), Map.of("near", 0x20003001), Set.of(),
                compile("int near(int); int f(int x) { return near(x) + 1; }"));
        ByteBuffer code = ByteBuffer.wrap(image.segments().getFirst().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(branchTargets(code)).containsExactly(0x20003000);
    }

    @Test
    void aConditionalBranchOutOfReachIsAnError() {
        LinkFailure failure = catchThrowableOfType(LinkFailure.class, () -> link(Libraries.none(),
                Map.of("far", 0x08000001), Set.of(), compile("__asm__(\"beq.w far\");")));
        assertThat(failure.problem()).isInstanceOf(LinkProblem.OutOfRange.class);
        assertThat(failure).hasMessageContaining("THM_JUMP19").hasMessageContaining("far at 0x08000001");
    }

    @Test
    void anUnalignedPlaceIsRefused() throws Exception {
        LinkPlan plan = new Linker(Libraries.none(), REGION).plan(List.of(compile("int x = 1;")), Map.of(), Set.of());
        assertThatThrownBy(() -> plan.place(Placement.of(plan, CODE, DATA).with(SegmentKind.DATA, DATA + 2)))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("0x20008002: not a multiple of 4");
    }

    @Test
    void aPlaceThatWrapsAroundIsRefused() throws Exception {
        LinkPlan plan = new Linker(Libraries.none(), REGION).plan(List.of(compile("int x[64];")), Map.of(), Set.of());
        assertThatThrownBy(() -> plan.place(Placement.of(plan, CODE, 0xffffff80)))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("pass the end of the address space");
    }

    @Test
    void constructorsAreRefused() {
        assertThatThrownBy(() -> link(Libraries.none(), Map.of(), Set.of(),
                compile("int x; __attribute__((constructor)) void f(void) { x = 1; }")))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("runs before or after the program");
    }

    @Test
    void threadLocalVariablesAreRefused() {
        assertThatThrownBy(() -> link(Libraries.none(), Map.of(), Set.of(), compile("_Thread_local int x = 3;")))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("thread-local variable x");
    }

    @Test
    void positionIndependentCodeIsRefused() {
        assertThatThrownBy(() -> link(Libraries.none(), Map.of(), Set.of(),
                compile("__asm__(\".word x(GOT)\"); int x;")))
                .isInstanceOf(LinkFailure.class).hasMessageContaining("relocation 26 in .text");
    }

    private static List<Integer> branchTargets(ByteBuffer code) {
        List<Integer> targets = new java.util.ArrayList<>();
        for (int i = 0; i + 4 <= code.capacity(); i += 2) {
            int high = code.getShort(i) & 0xffff;
            int low = code.getShort(i + 2) & 0xffff;
            if ((high & 0xf800) == 0xf000 && (low & 0xd000) == 0xd000) {
                int sign = high >> 10 & 1;
                int distance = -sign << 24 | (~(low >> 13 ^ sign) & 1) << 23 | (~(low >> 11 ^ sign) & 1) << 22
                        | (high & 0x3ff) << 12 | (low & 0x7ff) << 1;
                targets.add(CODE + i + 4 + distance);
            }
        }
        return targets;
    }

    private static ObjectCode compile(String text) throws CompileFailure {
        return gcc.compile(CSource.of("unit", text));
    }

    private static LinkedImage link(Libraries libraries, Map<String, Integer> definitions, Set<String> roots,
            ObjectCode... units) throws LinkFailure {
        LinkPlan plan = new Linker(libraries, REGION).plan(List.of(units), definitions, roots);
        return plan.place(Placement.of(plan, CODE, DATA));
    }
}
