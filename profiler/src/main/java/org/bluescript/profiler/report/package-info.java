/**
 * How a profiled run went, told to people. {@link org.bluescript.profiler.report.ProfiledRun} holds what there is to tell, as data;
 * {@link org.bluescript.profiler.report.RunTable} makes a table for a terminal of it, {@link
 * org.bluescript.profiler.report.HtmlReport} a page for a browser, and {@link org.bluescript.profiler.report.CpuProfile} writes
 * samples of a run for the profile viewers of VS Code and Chrome. All of them are functions from data to text: they know no clock,
 * no file and no device, and the same run gives the same text.
 *
 * <p>Whoever runs a program tells a {@link org.bluescript.profiler.report.ProfiledRunBuilder} what happens while it happens, from
 * any thread, and at the end asks it for the run:
 *
 * <pre>{@code
 * ProfiledRunBuilder builder = new ProfiledRunBuilder("app.bs", "olimex-stm32-h405", typedProgram);
 * builder.event(clock.micros(), Event.Kind.HOT, PartId.of(function), "1,000 calls");
 * builder.generation(new Generation(1, "crc32 is hot", phases, 9_216));
 * builder.version(PartId.of(function), new Version(1, 1, Tier.GENERIC, "", 120, Cost.NONE, c, assembly));
 * builder.installed(1, clock.micros());
 * …
 * ProfiledRun run = builder.build(observations.profile(), advice, times);
 * console.writeError(RunTable.text(run, width, TableStyle.PLAIN));
 * Files.writeString(file, HtmlReport.of(run));
 * Files.writeString(other, CpuProfile.text(samples, clock.micros(), source -> path(source).toUri().toString()));
 * }</pre>
 *
 * <p>A <em>part</em> is what can be in a tier: a function or a loop. A <em>generation</em> is one compilation of the program,
 * installed as a whole; each part that it has code for has a <em>version</em> in it. Times are microseconds since the run began.
 * What is not known is left out and never guessed: a text is empty, a number optional.
 */
package org.bluescript.profiler.report;
