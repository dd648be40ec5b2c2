package org.bluescript.backend.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluescript.backend.Corpus;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.link.GnuLinker;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.LinkedSymbol;
import org.bluescript.backend.tools.ProgramRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At every instruction of the corpus, our readers of debugging information say what addr2line and readelf say. */
class AgainstBinutilsTest {
    private static final Pattern ENTRY = Pattern.compile("^[0-9a-f]{8} .* FDE .*pc=([0-9a-f]+)\\.\\.([0-9a-f]+)$");

    @TempDir
    Path folder;
    private GnuLinker linker;

    @BeforeEach
    void setUp() {
        linker = new GnuLinker(folder, Libraries.none().with(CompilerLibrary.find(CompilerOptions.standard())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g1 -gdwarf-5", "-g1 -gdwarf-4", "-g1 -gdwarf-3", "-g2 -gdwarf-5", "-g2 -gdwarf-4"})
    void functionsInlinedFunctionsAndLines(String debug) throws Exception {
        LinkedImage linked = link(CompilerOptions.standard().withDebug(debug.split(" ")));
        CodeImage image = CodeImage.of("corpus", linked);
        List<Integer> places = instructions(linked);
        List<String> ours = places.stream().map(place -> describe(place, image.locate(place))).toList();
        assertThat(ours).isEqualTo(addr2line(places));
    }

    @Test
    void unoptimisedFunctionsAndLines() throws Exception {
        LinkedImage linked = link(CompilerOptions.of(CompilerOptions.Level.O0));
        CodeImage image = CodeImage.of("corpus", linked);
        List<Integer> places = instructions(linked);
        assertThat(places.stream().map(place -> describe(place, image.locate(place))).toList())
                .isEqualTo(addr2line(places));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g1 -gdwarf-5", "-g1 -gdwarf-4", "-g1 -gdwarf-2"})
    void unwindingRules(String debug) throws Exception {
        LinkedImage linked = link(CompilerOptions.standard().withDebug(debug.split(" ")));
        CodeImage image = CodeImage.of("corpus", linked);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Row row : readelf()) {
            expected.add("%08x %s".formatted(row.place, row.text));
            found.add("%08x %s".formatted(row.place, image.unwindRow(row.place).map(UnwindRow::toString).orElse("-")));
            int last = row.end - 2;
            expected.add("%08x %s".formatted(last, row.text));
            found.add("%08x %s".formatted(last, image.unwindRow(last).map(UnwindRow::toString).orElse("-")));
        }
        assertThat(found).hasSizeGreaterThan(200).isEqualTo(expected);
    }

    private LinkedImage link(CompilerOptions options) throws Exception {
        List<ObjectCode> objects = new ArrayList<>();
        try (PlainGcc gcc = new PlainGcc(options, RuntimeHeaders.installed())) {
            for (CSource source : Corpus.sources().toList()) {
                objects.add(gcc.compile(source));
            }
        }
        return linker.compare(objects);
    }

    /** Every half word of every function that has debugging information. */
    private static List<Integer> instructions(LinkedImage linked) {
        List<Integer> places = new ArrayList<>();
        for (LinkedSymbol symbol : linked.symbols()) {
            if (symbol.thumb() && symbol.size() > 0 && !symbol.name().startsWith("__")) {
                for (int i = 0; i < symbol.size(); i += 2) {
                    places.add(symbol.address() + i);
                }
            }
        }
        return places;
    }

    private static String describe(int place, List<CodeLocation> locations) {
        return "%08x ".formatted(place) + locations.stream()
                .map(location -> location.function() + " " + location.line()
                        .map(line -> Path.of(line.file()).getFileName() + ":" + (line.line() == 0 ? "?" : line.line()))
                        .orElse("?"))
                .collect(Collectors.joining(", "));
    }

    private List<String> addr2line(List<Integer> places) {
        String input = places.stream().map("0x%08x"::formatted).collect(Collectors.joining("\n"));
        List<String> lines = run(input, "arm-none-eabi-addr2line", "-a", "-f", "-i", "-s", "-e",
                linker.linkedFile().toString()).lines().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size();) {
            String place = lines.get(i++).substring(2);
            List<String> locations = new ArrayList<>();
            for (; i < lines.size() && !lines.get(i).startsWith("0x"); i += 2) {
                locations.add(lines.get(i) + " " + lines.get(i + 1).replaceAll(" \\(discriminator \\d+\\)", ""));
            }
            found.add(place + " " + String.join(", ", locations));
        }
        return found;
    }

    private record Row(int place, int end, String text) {}

    /** The table that readelf prints for each function, as rows in the notation of {@link UnwindRow#toString}. */
    private List<Row> readelf() {
        List<Row> rows = new ArrayList<>();
        String[] columns = {};
        int end = 0;
        List<String[]> pending = new ArrayList<>();
        List<String> lines = new ArrayList<>(run("", "arm-none-eabi-readelf", "--debug-dump=frames-interp",
                linker.linkedFile().toString()).lines().toList());
        lines.add("");
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                end = Integer.parseUnsignedInt(entry.group(2), 16);
                pending.clear();
                columns = new String[] {"LOC", "CFA"};
            } else if (line.matches("^[0-9a-f]{8} .* CIE .*")) {
                end = 0;
            } else if (line.startsWith("   LOC")) {
                columns = line.strip().split("\\s+");
            } else if (line.isBlank()) {
                for (int i = 0; i < pending.size(); i++) {
                    int place = Integer.parseUnsignedInt(pending.get(i)[0], 16);
                    int next = i + 1 < pending.size() ? Integer.parseUnsignedInt(pending.get(i + 1)[0], 16) : end;
                    if (place != next) {
                        rows.add(new Row(place, next, text(columns, pending.get(i))));
                    }
                }
                pending.clear();
            } else if (end != 0 && line.matches("^[0-9a-f]{8} r.*")) {
                pending.add(line.strip().split("\\s+"));
            }
        }
        return rows;
    }

    private static String text(String[] columns, String[] values) {
        StringBuilder text = new StringBuilder(values[1]);
        for (int i = 2; i < columns.length; i++) {
            Optional<String> register = register(columns[i]);
            if (register.isPresent() && !values[i].equals("u") && !values[i].equals("s")) {
                text.append(' ').append(register.get()).append('=').append(values[i]);
            }
        }
        return text.toString();
    }

    private static Optional<String> register(String column) {
        if (column.equals("ra")) {
            return Optional.of("r14");
        }
        return column.matches("r(\\d|1[0-5])") ? Optional.of(column) : Optional.empty();
    }

    private String run(String input, String... command) {
        ProgramRun run = ProgramRun.of(List.of(command), folder, input, Duration.ofSeconds(30));
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output();
    }
}
