package org.bluescript.language.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.junit.jupiter.api.Test;

class ProgramLayoutTest {
    private static final Address BASE = Address.of(0x2000_0004);
    private static final Address STRING_CLASS = Address.of(0x0800_1000);

    @Test
    void fieldsFollowThoseOfTheSuperclassAsInNestedStructs() {
        ClassLayouts layouts = ClassLayouts.of(check("""
                class A { flag: boolean = true; name: string = ""; last: boolean = false; }
                class B extends A { small: boolean = true; size: integer = 1; }
                new B();
                """));
        assertThat(offsets(layouts, "A")).containsExactly(Map.entry("flag", 4), Map.entry("name", 8), Map.entry("last", 12));
        assertThat(offsets(layouts, "B")).containsEntry("small", 16).containsEntry("size", 20);
        assertThat(layouts.of(type("B")).size()).isEqualTo(24);
    }

    @Test
    void onlyReferencesAreInTheBitmap() {
        ClassLayouts layouts = ClassLayouts.of(check("""
                class A { number: integer = 1; name: string = ""; next: A | null = null; x: float = 1.0; }
                new A();
                """));
        assertThat(layouts.of(type("A")).references()).containsExactly(0b0110);
    }

    @Test
    void classesWithManyFieldsHaveSeveralBitmapWords() {
        String fields = IntStream.range(0, 70).mapToObj(i -> "f" + i + ": string = \"\";").collect(Collectors.joining());
        ClassLayouts layouts = ClassLayouts.of(check("class A {" + fields + "} new A();"));
        assertThat(layouts.of(type("A")).references()).containsExactly(-1, -1, 0b111111);
    }

    @Test
    void subclassesHaveTheNumbersBehindTheirSuperclass() {
        ClassLayouts layouts = ClassLayouts.of(check("class A {} class B extends A {} class C extends B {} class D extends A {}"));
        assertThat(layouts.of(type("A")).lastId() - layouts.of(type("A")).id()).isEqualTo(3);
        assertThat(layouts.of(type("B")).lastId()).isEqualTo(layouts.of(type("C")).id());
        assertThat(layouts.of(type("D")).id()).isGreaterThan(layouts.of(type("C")).id());
    }

    @Test
    void overridingMethodsKeepTheSlot() {
        ClassLayouts layouts = ClassLayouts.of(check("""
                class A { f(): integer { return 1; } g(): integer { return 2; } }
                class B extends A { h(): integer { return 3; } g(): integer { return 4; } }
                """));
        assertThat(layouts.of(type("B")).slot("g")).isEqualTo(layouts.of(type("A")).slot("g"));
        assertThat(layouts.of(type("B")).methods()).hasSize(3);
    }

    @Test
    void equalLiteralsAreOneObjectOfUtf8Bytes() {
        ProgramLayout layout = layout("print(\"hä\"); print(\"hä\");");
        assertThat(layout.symbols().keySet()).filteredOn(s -> s.startsWith("bs_literal_")).hasSize(1);
        ByteBuffer object = at(layout, layout.symbols().get(layout.literal("hä")));
        assertThat(object.getInt()).isEqualTo(STRING_CLASS.bits());
        assertThat(object.getInt()).isEqualTo(3);
        byte[] utf8 = new byte[4];
        object.get(utf8);
        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo("hä\0");
    }

    @Test
    void everythingIsAligned() {
        ProgramLayout layout = layout("""
                class A { f(): void {} }
                let flag = true;
                const table = [1, 2, 3, 4, 5];
                function g(): boolean { return flag; }
                const h: () => boolean = g;
                print("a", "bc", h(), table[0], new A());
                """);
        assertThat(layout.symbols().values()).allMatch(a -> a.bits() % ObjectLayout.ALIGNMENT == 0);
    }

    @Test
    void globalReferencesComeFirstAndAreTheRoots() {
        ProgramLayout layout = layout("""
                let flag = true;
                let number = 1;
                let text = "a";
                let list: string[] = [];
                function use(): void { list.push(text); flag = number > 0; }
                use();
                """);
        assertThat(layout.globals().keySet().stream().map(g -> g.name())).containsExactly("text", "list", "number", "flag");
        ByteBuffer roots = at(layout, layout.roots());
        assertThat(roots.getInt()).isEqualTo(layout.symbols().get(ProgramLayout.GLOBALS).bits());
        assertThat(roots.getInt()).isEqualTo(2);
        assertThat(roots.getInt(roots.position() + 4)).isZero();
    }

    @Test
    void constantArrayOfStringsIsARoot() {
        ProgramLayout layout = layout("const days = [\"a\", \"b\", \"c\", \"d\"]; print(days[0]);");
        ByteBuffer roots = at(layout, layout.roots());
        roots.getInt();
        assertThat(roots.getInt()).isEqualTo(1);
        roots.getInt();
        assertThat(roots.getInt()).isEqualTo(4);
    }

    @Test
    void arraysOfGrowingTypesAreNotLaidOut() {
        ProgramLayout layout = layout("const a = [1, 2, 3, 4]; a.push(5); print(a);");
        assertThat(layout.symbols().keySet()).noneMatch(s -> s.startsWith("bs_constant_array"));
    }

    @Test
    void methodTablesWaitForTheirCode() {
        ProgramLayout layout = layout("class A { f(): void {} g(): void {} } new A().f();");
        assertThat(layout.codeSlots()).hasSize(2);
        assertThat(layout.codeSlots().getFirst().symbol()).contains("A_f");
    }

    private static TypedProgram check(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Diagnostics diagnostics = new Diagnostics();
        return ProgramChecker.check(modules.module("main"), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all()));
    }

    private static ProgramLayout layout(String text) {
        Map<String, Address> firmware = new LinkedHashMap<>();
        firmware.put("bs_class_string", STRING_CLASS);
        for (ObjectLayout.Element element : ObjectLayout.Element.values()) {
            firmware.put("bs_class_array_" + element.name().toLowerCase(java.util.Locale.ROOT), Address.of(0x0800_2000));
        }
        return ProgramLayout.of(check(text), BASE, firmware);
    }

    private static ClassType type(String name) {
        return new ClassType("main", name);
    }

    private static Map<String, Integer> offsets(ClassLayouts layouts, String name) {
        Map<String, Integer> result = new LinkedHashMap<>();
        layouts.of(type(name)).offsets().forEach((field, offset) -> result.put(field.name(), offset));
        return result;
    }

    private static ByteBuffer at(ProgramLayout layout, Address address) {
        ByteBuffer bytes = ByteBuffer.wrap(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.position(address.minus(layout.region().base()));
    }
}
