package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a profiled run is what one prints, as far as it does not depend on the moment. */
class ReadmeTest {
    private static final String COMMAND = "$ ./bluescript --profile examples/tiers.bs | uniq";
    private static final Pattern ROW = Pattern.compile("^(\\S.*?)  +(interpreted|generic|specialised)\\b", Pattern.MULTILINE);

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
        assertThat(rows(table)).isEqualTo(rows(shown));
        assertThat(table).contains("guard     failed").contains("all its types are known without a profile");
    }

    /** The functions of a table, each with its tier at the end. */
    private static Set<String> rows(String table) {
        Set<String> rows = new TreeSet<>();
        Matcher matcher = ROW.matcher(table);
        while (matcher.find()) {
            rows.add(matcher.group(1) + ": " + matcher.group(2));
        }
        return rows;
    }
}
