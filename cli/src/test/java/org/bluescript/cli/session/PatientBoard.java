package org.bluescript.cli.session;

import java.util.List;
import java.util.Set;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.BoardMemory;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** A board with all code at once: who asks whether it is there waits. So what moves when does not depend on the time. */
record PatientBoard(LineBoard board) implements SessionBoard {
    @Override
    public BoardMemory memory() {
        return board.memory();
    }

    @Override
    public Executor executor() {
        return board.executor();
    }

    @Override
    public Compiling compile(TypedProgram program, ProgramLayout layout, Set<FunctionId> functions, Set<FunctionId> called,
            Expected expected) {
        Compiling begun = board.compile(program, layout, functions, called, expected);
        return new Compiling() {
            @Override
            public Compiled await() {
                return begun.await();
            }

            @Override
            public boolean isDone() {
                begun.await();
                return true;
            }

            @Override
            public void postpone() {
                begun.postpone();
            }
        };
    }

    @Override
    public void present(List<PlacedCode> code) {
        board.present(code);
    }

    @Override
    public boolean interrupt() {
        return board.interrupt();
    }

    @Override
    public int jump(int from, int to) {
        return board.jump(from, to);
    }
}
