package org.bluescript.backend.link;

/** Objects could not be linked. Nothing has happened. */
public final class LinkFailure extends Exception {
    private final transient LinkProblem problem;

    public LinkFailure(LinkProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public LinkProblem problem() {
        return problem;
    }
}
