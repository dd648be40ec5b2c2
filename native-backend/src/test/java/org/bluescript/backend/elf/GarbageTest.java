package org.bluescript.backend.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bluescript.backend.Corpus;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.debug.StackUnwinder;
import org.bluescript.backend.link.CodeRegion;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Linker;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.Placement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Damaged files end in a sentence, not in a crash: the whole way from the file to a stack trace. */
class GarbageTest {
    private static byte[] object;

    @BeforeAll
    static void compile() throws Exception {
        try (PlainGcc gcc = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed())) {
            object = gcc.compile(Corpus.source("traps")).elf().bytes().toArray();
        }
    }

    @Test
    void everyTruncationIsNoticedOrHarmless() {
        for (int length = 0; length < object.length; length += 7) {
            tryEverything(java.util.Arrays.copyOf(object, length));
        }
    }

    @Test
    void damagedBytesAreNoticedOrHarmless() {
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = object.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            tryEverything(damaged);
        }
    }

    @Test
    void aDamagedHeaderIsNoticedOrHarmless() {
        Random random = new Random(2);
        int headers = ElfFile.parse("object", object).bytes().i32(32);
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = object.clone();
            int at = random.nextInt(3) == 0 ? 16 + random.nextInt(36) : headers + random.nextInt(object.length - headers);
            damaged[at] = (byte) random.nextInt();
            tryEverything(damaged);
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> ElfFile.parse("x", new byte[100])).isInstanceOf(ElfFormatException.class)
                .hasMessage("x: not an ELF file");
        byte[] other = object.clone();
        other[18] = 3;
        assertThatThrownBy(() -> ElfFile.parse("x", other)).isInstanceOf(ElfFormatException.class)
                .hasMessage("x: not a 32-bit little-endian ELF file for Arm");
        assertThatThrownBy(() -> Archive.parse("x", object)).isInstanceOf(ElfFormatException.class)
                .hasMessage("x: not an archive");
    }

    @Test
    void aDamagedArchiveIsNoticedOrHarmless() {
        byte[] archive = "!<arch>\n/               0           0     0     0       14        `\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] whole = java.util.Arrays.copyOf(archive, archive.length + 14);
        whole[archive.length + 3] = 1;
        whole[archive.length + 7] = 8;
        System.arraycopy("name".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, whole, archive.length + 8, 4);
        assertThat(Archive.parse("x", whole).symbols()).containsExactly("name");
        for (int length = 0; length < whole.length; length++) {
            try {
                Archive.parse("x", java.util.Arrays.copyOf(whole, length));
            } catch (ElfFormatException expected) {
                assertThat(expected).hasMessageStartingWith("x");
            }
        }
        assertThatThrownBy(() -> Archive.parse("x", whole).member(8)).isInstanceOf(ElfFormatException.class);
        assertThatThrownBy(() -> Archive.parse("x", whole).member(-5)).isInstanceOf(ElfFormatException.class);
    }

    @Test
    void membersOfARealArchiveAreRead() {
        Archive libgcc = CompilerLibrary.find(CompilerOptions.standard());
        assertThat(libgcc.symbols()).hasSizeGreaterThan(100).contains("__aeabi_ldivmod", "__popcountsi2");
        ObjectCode member = libgcc.member(libgcc.memberOffset("__popcountsi2").orElseThrow());
        assertThat(member.name()).isEqualTo("libgcc.a(_popcountsi2.o)");
        assertThat(libgcc.memberOffset("nobody")).isEmpty();
    }

    private static void tryEverything(byte[] bytes) {
        try {
            ObjectCode damaged = ObjectCode.parse("damaged", bytes);
            Linker linker = new Linker(Libraries.none(), new CodeRegion(0x20001000, 0x8000));
            LinkPlan plan = linker.plan(List.of(damaged), Map.of("elsewhere", 0x20003001), Set.of());
            if (plan.size(org.bluescript.backend.link.SegmentKind.ZERO) > 1 << 20) {
                return;
            }
            LinkedImage linked = plan.place(Placement.of(plan, 0x20001000, 0x20010000));
            CodeImage image = CodeImage.of("damaged", linked);
            for (int at = 0x20001000; at < 0x20001200; at += 6) {
                image.locate(at);
                new StackUnwinder(List.of(image), 0x20000000).unwind(Registers.stackPointer(0x20018000)
                        .with(Registers.PC, at).with(Registers.LR, 0x20001021),
                        address -> java.util.OptionalInt.of(0x20001000 + (address & 0x1ff) | 1));
            }
        } catch (ElfFormatException | LinkFailure expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }
}
