package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a profiled run is what one prints, as far as it does not depend on the moment. */
class ReadmeTest {
    private static final String COMMAND = "$ ./bluescript --profile examples/tiers.bs | uniq";
    private static final Pattern ROW = Pattern.compile("^(\\S.*?)  +(interpreted|generic|specialised)\\b", Pattern.MULTILINE);

    /** What becomes of the others is a matter of time: how soon code is there, and what the program does then. */
    private static final Map<String, String> AT_THE_END = Map.of(
            "amount", "specialised", "checksum", "generic", "(top level)", "interpreted");

    @TempDir Path folder;

    @Test
    void profiledRunIsARealOne() throws IOException {
        String readme = Files.readString(Installation.home().resolve("README.md"));
        String shown = readme.substring(readme.indexOf(COMMAND) + COMMAND.length() + 1, readme.indexOf("profile: written"));
        Path program = folder.resolve("tiers.bs");
        Files.copy(Installation.home().resolve("examples/tiers.bs"), program);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(out, err), new Interrupts(), "--profile", program.toString());
        String table = err.toString(StandardCharsets.UTF_8);
        assertThat(status).as(table).isEqualTo(ExitStatus.OK);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().distinct().toList();
        assertThat(shown).startsWith(String.join("\n", lines) + "\n");
        assertThat(rows(table).keySet()).isEqualTo(rows(shown).keySet());
        assertThat(rows(table)).containsAllEntriesOf(AT_THE_END);
        assertThat(rows(shown)).containsAllEntriesOf(AT_THE_END);
        assertThat(table).contains("guard     failed").contains("all its types are known without a profile");
    }

    /** The functions of a table, each with its tier at the end. */
    private static Map<String, String> rows(String table) {
        Map<String, String> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(table);
        while (matcher.find()) {
            rows.put(matcher.group(1), matcher.group(2));
        }
        return rows;
    }
}
