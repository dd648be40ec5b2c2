package org.bluescript.cli.fuzz.run;

import java.util.Optional;

/**
 * How a contest ended.
 *
 * @param difference in words; empty if both agree
 */
public record Verdict(Outcome interpreted, Outcome compiled, Optional<String> difference) {}
