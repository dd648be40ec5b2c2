package org.bluescript.jmh.stages;

import java.util.concurrent.TimeUnit;
import org.bluescript.language.lexer.Lexer;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** From text to syntax trees. Bytes are those of the text. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReadingBenchmark {
    @Benchmark
    public void lexer(Programs programs, Lines lines, Bytes bytes, Blackhole hole) {
        for (SourceFile file : programs.files()) {
            hole.consume(Lexer.scan(file, new Diagnostics()));
        }
        programs.countIn(lines, bytes);
    }

    /** Together with the lexer, whose tokens it takes. */
    @Benchmark
    public void parser(Programs programs, Lines lines, Bytes bytes, Blackhole hole) {
        for (SourceFile file : programs.files()) {
            hole.consume(Parser.parse(file, new Diagnostics()));
        }
        programs.countIn(lines, bytes);
    }
}
