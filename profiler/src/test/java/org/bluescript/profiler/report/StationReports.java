package org.bluescript.profiler.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the reports of {@link StationRun}, to look at them: {@code station.html}, {@code station.txt} and {@code station.cpuprofile}. */
final class StationReports {
    private StationReports() {}

    /** @param arguments the folder to write to; it is made if there is none */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length == 0 ? "target/station" : arguments[0]));
        ProfiledRun run = StationRun.run();
        Files.writeString(folder.resolve("station.html"), HtmlReport.of(run));
        Files.writeString(folder.resolve("station.txt"), RunTable.text(run, RunTable.WIDEST, TableStyle.PLAIN));
        Files.writeString(folder.resolve("station.cpuprofile"),
                CpuProfile.text(StationRun.samples(), run.times().total(), file -> "file:///" + file.name()));
    }
}
