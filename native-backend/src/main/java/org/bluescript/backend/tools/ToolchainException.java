package org.bluescript.backend.tools;

/** A program that BlueScript needs is missing or broken. Nothing has happened. */
public final class ToolchainException extends RuntimeException {
    private final transient ToolchainProblem problem;

    public ToolchainException(ToolchainProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public ToolchainProblem problem() {
        return problem;
    }
}
