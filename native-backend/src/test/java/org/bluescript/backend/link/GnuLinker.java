package org.bluescript.backend.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.tools.ProgramRun;

/**
 * GNU ld as the reference: links objects with our linker and with ld, at the same addresses, and compares all bytes. Names
 * that nobody defines become functions of a firmware made for the occasion.
 */
public final class GnuLinker {
    public static final int CODE = 0x20001000;
    public static final int DATA = 0x20010000;
    private static final int FIRMWARE = 0x20080000;
    private static final int SHF_MERGE_AND_STRINGS = 0x30;

    /** Names of the runtime and of laid-out data that are not functions. */
    private static final Pattern DATA_NAMES = Pattern.compile("bs_(class|globals|heap|literal|constant|record).*|class_.*");

    private final Path folder;
    private final Libraries libraries;

    /** @param folder for temporary files */
    public GnuLinker(Path folder, Libraries libraries) {
        this.folder = folder;
        this.libraries = libraries;
    }

    /** Fails the test if any section of the linked program differs; returns our program. */
    public LinkedImage compare(List<ObjectCode> units) throws LinkFailure, IOException {
        return compare(units, Set.of());
    }

    LinkedImage compare(List<ObjectCode> units, Set<String> roots) throws LinkFailure, IOException {
        Linker linker = new Linker(libraries, new CodeRegion(CODE, 0x8000));
        ElfFile firmware = firmware(undefined(linker, units, roots));
        LinkPlan plan = linker.plan(units, firmware.globalAddresses(), roots);
        LinkedImage ours = plan.place(Placement.of(plan, CODE, DATA));
        ElfFile theirs = link(ours, roots);
        for (ElfSection section : theirs.sections()) {
            if (section.isAllocated() && section.size() > 0) {
                assertThat(section.name()).startsWith(".placed");
                assertThat(bytesAt(ours, section.address(), section.size()))
                        .as("section at 0x%08x", section.address())
                        .isEqualTo(section.isZero() ? new byte[section.size()] : section.contents().toArray());
            }
        }
        return ours;
    }

    /** The file that ld wrote last. */
    public Path linkedFile() {
        return folder.resolve("linked.elf");
    }

    private static Set<String> undefined(Linker linker, List<ObjectCode> units, Set<String> roots) {
        try {
            linker.plan(units, java.util.Map.of(), roots);
            return Set.of();
        } catch (LinkFailure failure) {
            Set<String> names = new TreeSet<>();
            ((LinkProblem.Unresolved) failure.problem()).references().forEach(found -> names.add(found.symbol()));
            return names;
        }
    }

    private ElfFile firmware(Set<String> names) throws IOException {
        StringBuilder assembly = new StringBuilder(".syntax unified\n.thumb\n.text\n");
        for (String name : names) {
            boolean isData = DATA_NAMES.matcher(name).matches();
            assembly.append(isData ? ".global %1$s\n.type %1$s, %%object\n%1$s: .word 0\n".formatted(name)
                    : ".global %1$s\n.thumb_func\n%1$s: bx lr\nnop\n".formatted(name));
        }
        run(assembly.toString(), "arm-none-eabi-as", "-mcpu=cortex-m4", "-o", "firmware.o", "-");
        run("", "arm-none-eabi-ld", "-Ttext=0x%x".formatted(FIRMWARE), "-e", "0", "-o", "firmware.elf", "firmware.o");
        return ElfFile.parse("firmware.elf", Files.readAllBytes(folder.resolve("firmware.elf")));
    }

    private ElfFile link(LinkedImage ours, Set<String> roots) throws IOException {
        StringBuilder script = new StringBuilder("SECTIONS {\n");
        List<String> command = new ArrayList<>(List.of("arm-none-eabi-ld", "-T", "script.ld", "-e", "0",
                "--no-warn-rwx-segments", "-o", "linked.elf", "-R", "firmware.elf"));
        if (!roots.isEmpty()) {
            command.add("--gc-sections");
            roots.forEach(root -> command.addAll(List.of("-u", root)));
        }
        TreeMap<Integer, String> places = new TreeMap<>(Integer::compareUnsigned);
        for (int i = 0; i < ours.objects().size(); i++) {
            LinkedObject object = ours.objects().get(i);
            String file = "object" + i + ".o";
            Files.write(folder.resolve(file), withoutMerging(object.elf()));
            command.add(file);
            object.addresses().forEach((section, address) -> {
                if (object.elf().sections().get(section).size() > 0) {
                    places.put(address, file + "(" + object.elf().sections().get(section).name() + ")");
                }
            });
        }
        for (LinkedSymbol symbol : ours.symbols()) {
            if (!places.containsKey(symbol.address()) && symbol.kind() == SegmentKind.ZERO && symbol.global()) {
                places.put(symbol.address(), "*(COMMON)");
            }
        }
        int number = 0;
        for (var place : places.entrySet()) {
            script.append(".placed%d 0x%08x : SUBALIGN(1) { %s }%n"
                    .formatted(number++, place.getKey(), place.getValue()));
        }
        script.append("/DISCARD/ : { *(.ARM.exidx*) *(.ARM.extab*) }\n}\n");
        Files.writeString(folder.resolve("script.ld"), script);
        run("", command.toArray(String[]::new));
        return ElfFile.parse("linked.elf", Files.readAllBytes(folder.resolve("linked.elf")));
    }

    /** The file with the marks removed that let ld merge equal strings, which we do not do. */
    private static byte[] withoutMerging(ElfFile elf) {
        byte[] bytes = elf.bytes().toArray();
        int headers = elf.bytes().i32(32);
        for (int i = 0; i < elf.sections().size(); i++) {
            if (elf.sections().get(i).isAllocated()) {
                bytes[headers + 40 * i + 8] &= (byte) ~SHF_MERGE_AND_STRINGS;
            }
        }
        return bytes;
    }

    static byte[] bytesAt(LinkedImage image, int address, int size) {
        for (Segment segment : image.segments()) {
            if (segment.contains(address)) {
                return java.util.Arrays.copyOfRange(segment.bytes(), address - segment.address(),
                        address - segment.address() + size);
            }
        }
        throw new AssertionError("nothing at 0x%08x".formatted(address));
    }

    private void run(String input, String... command) {
        ProgramRun run = ProgramRun.of(List.of(command), folder, input, Duration.ofSeconds(30));
        assertThat(run.status()).as(String.join(" ", command) + "\n" + run.errors()).isZero();
    }
}
