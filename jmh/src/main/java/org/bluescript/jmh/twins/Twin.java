package org.bluescript.jmh.twins;

/** The benchmark programs in plain Java: the same algorithms and parameters on Java's objects and arrays. */
public final class Twin {
    private Twin() {}

    /** Does the work of a program once and checks the result. */
    public static Object run(String program) {
        return switch (program) {
            case "crc" -> verified(program, Crc.run(), 1292454494);
            case "list" -> verified(program, Takeuchi.run(), 10);
            case "mandelbrot" -> verified(program, Mandelbrot.run(100), 109);
            case "nbody" -> verified(program, NBody.run(2000), -0.16906843f);
            case "permute" -> verified(program, new Permuter(6).run(), 8660);
            case "sieve" -> verified(program, Sieve.run(), 669);
            default -> throw new IllegalArgumentException("no twin of " + program);
        };
    }

    private static Object verified(String program, Object result, Object expected) {
        if (!result.equals(expected)) {
            throw new IllegalStateException(program + ": " + result + " instead of " + expected);
        }
        return result;
    }
}
