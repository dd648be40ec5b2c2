package org.bluescript.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.cli.doctor.Examination;
import org.bluescript.cli.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bluescript doctor}. */
@Command(name = "doctor", description = "Say what is installed, what is missing, and how to get it.", sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Option(names = "--json", description = "Print a JSON list.")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.setColor(global.color);
        List<Finding> findings = new Examination(Installation.home(), Toolchain.searchPath()).run();
        console.write(json ? JsonText.of(findings.stream().map(DoctorCommand::fields).toList()) : text(findings));
        console.flush();
        return isHealthy(findings) ? ExitStatus.OK : ExitStatus.PROGRAM;
    }

    private static boolean isHealthy(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.state() == Finding.State.MISSING);
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String state = switch (finding.state()) {
                case PRESENT -> "ok";
                case MISSING -> "MISSING";
                case ABSENT -> "none";
            };
            text.append("%-8s %s: %s%n".formatted(state, finding.subject(), finding.detail()));
            if (!finding.remedy().isEmpty()) {
                text.append("%-8s   %s%n".formatted("", finding.remedy()));
            }
        }
        text.append(isHealthy(findings) ? "all that is needed is there\n" : "something is missing; see above how to get it\n");
        return text.toString();
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", finding.subject());
        fields.put("state", finding.state().name().toLowerCase(Locale.ROOT));
        fields.put("detail", finding.detail());
        fields.put("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
        return fields;
    }
}
