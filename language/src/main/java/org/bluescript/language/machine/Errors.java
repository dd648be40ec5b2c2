package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.ObjectLayout;

/**
 * Errors as objects: what the device's {@code bs_try} and {@code bs_throw} do. The object of an error that the runtime raises is
 * made where it is caught, as on the device, so that both use the same memory.
 */
public final class Errors {
    /** Beyond the lower bits of all addresses of code: an origin with a place from here on was noted by the host. */
    private static final int HOST_PLACES = 1 << 26;

    private final HostMachine machine;
    /** Where errors were thrown: what a device tells by addresses of code. An origin's place is a number in this list. */
    private final List<Node> places = new ArrayList<>();

    private final Map<Node, Integer> numbers = new HashMap<>();
    private int table;

    Errors(HostMachine machine) {
        this.machine = machine;
    }

    /** The program that has just been loaded has its table here, or none if 0. */
    void load(int errorTable) {
        table = errorTable;
    }

    /** What to throw for the program's throwing an error, which is not null. One that was thrown before keeps its place. */
    @TruffleBoundary
    public ProgramFailure thrown(int error, Node place) {
        int origin = machine.word(error + ObjectLayout.ERROR_ORIGIN_OFFSET);
        if (isFromHost(origin)) {
            return ProgramFailure.thrown(this, error, places.get(ErrorLayout.place(origin) - HOST_PLACES));
        }
        int code = origin == 0 ? RunTimeErrorKind.THROWN.code() : ErrorLayout.code(origin);
        note(error, RunTimeErrorKind.of(code).orElse(RunTimeErrorKind.THROWN), UserPlace.of(place));
        return ProgramFailure.thrown(this, error, place);
    }

    /** An origin that a device has noted is an address of its code, which means nothing here. */
    private static boolean isFromHost(int origin) {
        return origin != 0 && ErrorLayout.place(origin) >= HOST_PLACES;
    }

    /** The object that a handler gets. It, and the message of the failure, must not be needed as roots by then. */
    @TruffleBoundary
    public int caught(ProgramFailure failure) {
        return failure.error() != 0 ? failure.error() : made(failure);
    }

    private int made(ProgramFailure failure) {
        int kind = table + ErrorLayout.kindOffset(failure.kind().code());
        if (failure.kind() == RunTimeErrorKind.MEMORY) {
            return outOfMemory(failure);
        }
        RootStack roots = machine.roots();
        int base = roots.push(1);
        roots.set(base, failure.text());
        try {
            int error = machine.newObject(machine.word(kind), failure.getLocation());
            copy(kind, error);
            if (failure.text() != 0) {
                machine.memory().word(error + ObjectLayout.ERROR_MESSAGE_OFFSET, failure.text());
            }
            note(error, failure.kind(), failure.getLocation());
            return error;
        } catch (ProgramFailure none) {
            return outOfMemory(failure);
        } finally {
            roots.pop(base);
        }
    }

    private int outOfMemory(ProgramFailure failure) {
        int error = table + ErrorLayout.OUT_OF_MEMORY_OFFSET;
        copy(table + ErrorLayout.kindOffset(RunTimeErrorKind.MEMORY.code()), error);
        note(error, RunTimeErrorKind.MEMORY, failure.getLocation());
        return error;
    }

    private void copy(int kind, int error) {
        for (int offset : new int[] {ObjectLayout.ERROR_NAME_OFFSET, ObjectLayout.ERROR_MESSAGE_OFFSET}) {
            machine.memory().word(error + offset, machine.word(kind + offset));
        }
    }

    private void note(int error, RunTimeErrorKind kind, Node place) {
        int number = numbers.computeIfAbsent(place, p -> {
            places.add(p);
            return HOST_PLACES + places.size() - 1;
        });
        machine.memory().word(error + ObjectLayout.ERROR_ORIGIN_OFFSET, ErrorLayout.origin(kind.code(), number));
    }

    /** The error that the program has beforehand knows no place of this machine either. */
    void forgetPlaces() {
        if (table != 0) {
            machine.memory().word(table + ErrorLayout.OUT_OF_MEMORY_OFFSET + ObjectLayout.ERROR_ORIGIN_OFFSET, 0);
        }
    }

    /** What is told of an error that nothing caught: its text, or of one that was raised first, what it says itself. */
    @TruffleBoundary
    String report(int error) {
        int code = ErrorLayout.code(machine.word(error + ObjectLayout.ERROR_ORIGIN_OFFSET));
        RunTimeErrorKind kind = RunTimeErrorKind.of(code).orElse(RunTimeErrorKind.THROWN);
        if (kind == RunTimeErrorKind.THROWN) {
            java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
            machine.texts().append(text, error);
            return text.toString(StandardCharsets.UTF_8);
        }
        int message = machine.word(error + ObjectLayout.ERROR_MESSAGE_OFFSET);
        int length = machine.word(message + ObjectLayout.LENGTH_OFFSET);
        String said = new String(
                machine.bytes(message + ObjectLayout.STRING_BYTES_OFFSET, length), StandardCharsets.UTF_8);
        return kind.report(said);
    }
}
