package org.bluescript.cli.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bluescript.cli.interchange.HostSide.Runtime;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.heap.HeapFailure;

/** Sequences of operations that two sides perform in turn, on the same bytes. */
final class Relay {
    private static final int[] HEAPS = {128, 256, 512, 512, 1024, 1024, 2048, 4096};
    /** Of the device's pieces, every so many-th is fetched and compared byte by byte, the others by CRC-32C. */
    private static final int FETCHED = 8;

    private final Site site;
    private final Runtime runtime;
    private final DeviceSide device;
    /** What both sides work on; the device has what is not dirty here. */
    private final HostSide shared;
    private int pieces;
    private int operations;
    private int failures;
    private int collections;

    Relay(Site site, Runtime runtime, DeviceSide device) {
        this.site = site;
        this.runtime = runtime;
        this.device = device;
        this.shared = new HostSide(site, runtime);
        device.memory().start(shared);
    }

    /** Performs one sequence, and compares after each of its pieces. */
    void run(long seed) {
        Random random = new Random(seed);
        boolean once = random.nextInt(40) == 0;
        int heapBytes = once ? Site.MOST_HEAP : HEAPS[random.nextInt(HEAPS.length)] + 8 * random.nextInt(16);
        HostSide alone = new HostSide(site, runtime);
        HeapPlan plan = site.plan(heapBytes);
        Region compared = site.compared(heapBytes);
        alone.memory().write(compared.base(), shared.memory().read(compared.base(), compared.size()));
        boolean onDevice = random.nextBoolean();
        alone.initialize(plan);
        initialize(plan, onDevice);
        compare(alone, compared, onDevice, "seed %d, initialised by %s".formatted(seed, side(onDevice)));
        OperationChooser chooser = new OperationChooser(random, alone, runtime.arrayClasses().size(), heapBytes);
        int count = 3 + random.nextInt(4);
        for (int piece = 0; piece < count; piece++) {
            onDevice = !onDevice;
            Piece performed = Piece.choose(chooser, alone, 1 + random.nextInt(Site.MOST_OPERATIONS));
            String what = "seed %d, heap of %d bytes, piece %d by %s, %s".formatted(
                    seed, heapBytes, piece, side(onDevice), performed.operations());
            assertThat(perform(performed.operations(), onDevice)).as(what).isEqualTo(performed.failing());
            compare(alone, compared, onDevice, what);
            operations += performed.operations().size();
            failures += (int) performed.failing().stream().filter(failing -> failing).count();
        }
        collections += alone.state().collections();
    }

    String summary() {
        return "%d operations, %d of them failing, %d collections".formatted(operations, failures, collections);
    }

    int failures() {
        return failures;
    }

    int collections() {
        return collections;
    }

    private static String side(boolean onDevice) {
        return onDevice ? "the device" : "the host";
    }

    private void initialize(HeapPlan plan, boolean onDevice) {
        if (onDevice) {
            shared.clearRoots();
            device.memory().send(shared);
            device.initialize(plan);
        } else {
            shared.initialize(plan);
        }
    }

    /** Which operations fail. */
    private List<Boolean> perform(List<HeapOperation> piece, boolean onDevice) {
        if (onDevice) {
            device.memory().send(shared);
            return device.perform(piece);
        }
        shared.open();
        return Piece.perform(piece, shared);
    }

    /** After this, both sides know the bytes. */
    private void compare(HostSide alone, Region compared, boolean onDevice, String what) {
        Region control = runtime.control();
        boolean same = onDevice && pieces++ % FETCHED != 0
                && device.memory().has(alone.memory(), compared) && device.memory().has(alone.control(), control);
        if (same) {
            device.memory().take(shared.memory(), compared, alone.memory().read(compared.base(), compared.size()));
            device.memory().take(shared.control(), control, alone.control().read(control.base(), control.size()));
            return;
        }
        if (onDevice) {
            device.memory().fetch(shared, compared);
        }
        compare(alone, compared, what);
    }

    private void compare(HostSide alone, Region compared, String what) {
        byte[] memory = shared.memory().read(compared.base(), compared.size());
        byte[] expected = alone.memory().read(compared.base(), compared.size());
        for (int i = 0; i < memory.length; i++) {
            if (memory[i] != expected[i]) {
                int from = i & -4;
                int length = Math.min(32, memory.length - from);
                throw new AssertionError("%s: at %s (roots at 0x%08x, heap at 0x%08x) %s, not %s".formatted(what,
                        compared.base().plus(from), site.roots(), alone.state().base(),
                        HexFormat.of().formatHex(memory, from, from + length),
                        HexFormat.of().formatHex(expected, from, from + length)));
            }
        }
        Region control = runtime.control();
        assertThat(shared.control().read(control.base(), control.size())).as("%s: control block", what)
                .isEqualTo(alone.control().read(control.base(), control.size()));
    }

    /** Some operations, and which of them fail. */
    private record Piece(List<HeapOperation> operations, List<Boolean> failing) {
        static Piece choose(OperationChooser chooser, HostSide side, int count) {
            Piece piece = new Piece(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < count; i++) {
                HeapOperation operation = chooser.next();
                piece.operations.add(operation);
                piece.failing.addAll(perform(List.of(operation), side));
            }
            return piece;
        }

        static List<Boolean> perform(List<HeapOperation> operations, HostSide side) {
            List<Boolean> failing = new ArrayList<>();
            for (HeapOperation operation : operations) {
                try {
                    side.perform(operation);
                    failing.add(false);
                } catch (HeapFailure e) {
                    failing.add(true);
                }
            }
            return failing;
        }
    }
}
