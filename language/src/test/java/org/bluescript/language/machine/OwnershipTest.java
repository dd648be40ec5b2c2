package org.bluescript.language.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.language.shadow.heap.ClassRecords;
import org.bluescript.language.shadow.heap.FreeCells;
import org.bluescript.language.shadow.heap.Heap;
import org.bluescript.language.shadow.heap.HeapFailure;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.HostRoots;
import org.junit.jupiter.api.Test;

/** Two heaps in Java stand for host and device: each works on the memory in turn, as random calls hand it over. */
class OwnershipTest {
    private static final Region PROGRAM = new Region(Address.of(0x20003060), 40_000);
    private static final Region CONTROL = new Region(Address.of(0x20000118), HeapLayout.STATE_SIZE);
    private static final int ROOT_TABLE = PROGRAM.base().bits();
    private static final int ROOTS = ROOT_TABLE + 24;
    private static final int ROOT_COUNT = 24;
    private static final Address STARTS = Address.of(ROOTS + 4 * ROOT_COUNT);
    private static final Map<String, Address> SYMBOLS = new StandInFirmware().symbols();

    /** One of the two: memory and heap. */
    private static final class Side {
        final DataMemory memory = new DataMemory(PROGRAM);
        final DataMemory control = new DataMemory(CONTROL);
        final HeapState state = new HeapState(control, CONTROL.base());
        Heap heap;

        void open() {
            heap = Heap.open(memory, state, new ClassRecords(memory, List.of(new StandInFirmware().flash())),
                    BuiltInClasses.of(SYMBOLS), HostRoots.NONE);
        }

        /** Makes, links, drops and collects objects. */
        void work(Random random, int operations) {
            for (int i = 0; i < operations; i++) {
                int root = ROOTS + 4 * random.nextInt(ROOT_COUNT);
                switch (random.nextInt(8)) {
                    case 0, 1 -> create(root, "bs_class_array_reference", random.nextInt(20));
                    case 2 -> create(root, "bs_class_array_integer", random.nextInt(random.nextInt(10) == 0 ? 3000 : 60));
                    case 3 -> create(root, "bs_class_vector_integer", random.nextInt(12));
                    case 4, 5 -> link(memory.word(root), memory.word(ROOTS + 4 * random.nextInt(ROOT_COUNT)), random);
                    case 6 -> memory.word(root, 0);
                    default -> {
                        if (random.nextInt(10) == 0) {
                            heap.collect();
                        }
                    }
                }
            }
        }

        private void create(int root, String classSymbol, int length) {
            try {
                memory.word(root, heap.arrays().create(SYMBOLS.get(classSymbol).bits(), length));
            } catch (HeapFailure full) {
                memory.word(root, 0);
            }
        }

        private void link(int array, int target, Random random) {
            boolean holdsReferences = array != 0 && memory.word(array) == SYMBOLS.get("bs_class_array_reference").bits();
            int length = holdsReferences ? memory.word(array + ObjectLayout.LENGTH_OFFSET) : 0;
            if (length > 0) {
                memory.word(array + ObjectLayout.ARRAY_ELEMENTS_OFFSET + 4 * random.nextInt(length), target);
            }
        }

        byte[] image() {
            byte[] image = memory.read(PROGRAM.base(), PROGRAM.size());
            new FreeCells(memory, state).visit(cell -> { }, (cell, bytes) ->
                    Arrays.fill(image, cell + FreeCells.HEADER - ROOT_TABLE, cell + bytes - ROOT_TABLE, (byte) 0));
            return image;
        }
    }

    /** A device in Java that may fail at any operation, before or after it is done, and then forgets what it held. */
    private static final class Device implements Executor {
        final Side side = new Side();
        final Random random;
        double failures;
        int written;
        int read;

        Device(Random random) {
            this.random = random;
        }

        @Override
        public void prepare(Stretch image) {
            write(image);
        }

        @Override
        public int[] checksums(List<Pieces> pieces) {
            perhapsFail();
            List<Integer> sums = new ArrayList<>();
            for (Pieces some : pieces) {
                assertThat(some.count()).isBetween(1, 32);
                for (int i = 0; i < some.count(); i++) {
                    CRC32C crc = new CRC32C();
                    crc.update(bytes(new Region(some.address().plus(i * some.length()), some.length())));
                    sums.add((int) crc.getValue());
                }
            }
            return sums.stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public List<byte[]> read(List<Region> regions) {
            perhapsFail();
            regions.forEach(r -> read += r.size());
            return regions.stream().map(this::bytes).toList();
        }

        @Override
        public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
            perhapsFail();
            for (Stretch stretch : writes) {
                write(stretch);
                written += stretch.bytes().length;
            }
            if (entry != 0) {
                side.open();
                side.work(random, entry);
            }
            perhapsFail();
            return new Returned(words.length);
        }

        private void perhapsFail() {
            if (random.nextDouble() < failures) {
                byte[] noise = new byte[PROGRAM.size()];
                random.nextBytes(noise);
                side.memory.write(PROGRAM.base(), noise);
                throw new DeviceUnavailable("the device is gone", null);
            }
        }

        private void write(Stretch stretch) {
            (PROGRAM.contains(stretch.address(), 1) ? side.memory : side.control).write(stretch.address(), stretch.bytes());
        }

        private byte[] bytes(Region region) {
            return (PROGRAM.contains(region.base(), 1) ? side.memory : side.control).read(region.base(), region.size());
        }
    }

    private final Random random = new Random(7);
    private final Side host = new Side();
    private final Device device = new Device(random);
    private final Ownership ownership = begin();

    private Ownership begin() {
        device.side.memory.clear(ROOT_TABLE, PROGRAM.size());
        host.memory.clear(ROOT_TABLE, PROGRAM.size());
        host.memory.word(ROOT_TABLE, ROOTS);
        host.memory.word(ROOT_TABLE + 4, ROOT_COUNT);
        Address base = STARTS.plus(ObjectLayout.occupied(HeapLayout.startsBytes(PROGRAM.end().minus(STARTS)))).aligned(8);
        Region cells = new Region(base, PROGRAM.end().minus(base) & -8);
        Heap.initialize(host.memory, host.state, new HeapPlan(cells, STARTS, Address.of(ROOT_TABLE)));
        host.open();
        Region image = Region.between(PROGRAM.base(), STARTS);
        device.prepare(new Stretch(image.base(), host.memory.read(image.base(), image.size())));
        return new Ownership(device, host.memory, host.control, host.state, new Region(PROGRAM.end(), 0), new Region(PROGRAM.end(), 0), image, host.state.starts());
    }

    private void assertSame() {
        assertThat(host.control.read(CONTROL.base(), CONTROL.size()))
                .isEqualTo(device.side.control.read(CONTROL.base(), CONTROL.size()));
        assertThat(host.image()).isEqualTo(device.side.image());
    }

    @Test
    void bothHaveTheSameImagesAfterEveryCall() {
        for (int i = 0; i < 1000; i++) {
            host.work(random, random.nextInt(40));
            ownership.call(random.nextInt(40), new int[2], (toError, text) -> { });
            assertSame();
        }
    }

    @Test
    void aCallThatFailsHasNotHappened() {
        int failed = 0;
        for (int i = 0; i < 1000; i++) {
            host.work(random, random.nextInt(20));
            byte[] before = host.image();
            device.failures = random.nextBoolean() ? 0.2 : 0;
            try {
                ownership.call(random.nextInt(20), new int[0], (toError, text) -> { });
                assertSame();
            } catch (DeviceUnavailable e) {
                failed++;
                assertThat(host.image()).isEqualTo(before);
            }
        }
        assertThat(failed).isGreaterThan(100);
    }

    @Test
    void whatHasNotChangedIsNotSent() {
        host.work(random, 100);
        ownership.call(0, new int[0], (toError, text) -> { });
        device.written = 0;
        device.read = 0;
        host.memory.word(ROOTS, host.memory.word(ROOTS)); // a page that is dirty, but the same
        ownership.call(0, new int[0], (toError, text) -> { });
        assertThat(device.written).isZero();
        assertThat(device.read).isZero();
        host.memory.word(ROOTS + 40, 0x20000000);
        ownership.call(0, new int[0], (toError, text) -> { });
        assertThat(device.written).isBetween(1, 4);
    }

    @Test
    void freeMemoryIsNotSent() {
        ownership.call(0, new int[0], (toError, text) -> { });
        assertThat(device.written).isLessThan(1500); // of 40,000
    }

    @Test
    void aBrokenListOfFreeCellsIsTold() {
        ownership.call(0, new int[0], (toError, text) -> { });
        int cell = host.state.large();
        host.memory.word(cell, 0x1234);
        assertThatThrownBy(() -> ownership.call(0, new int[0], (toError, text) -> { }))
                .hasMessageContaining("no free cell");
    }
}
