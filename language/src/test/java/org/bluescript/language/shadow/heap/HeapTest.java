package org.bluescript.language.shadow.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.DataMemory.PageState;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.junit.jupiter.api.Test;

/** The heap alone. That it does the same as the device's is tested with the device. */
class HeapTest {
    private static final int SIZE = 4096;

    private final HeapBench bench = new HeapBench(SIZE);
    private final DataMemory memory = bench.memory();

    private static int link(int object) {
        return object + 4;
    }

    @Test
    void aFreshHeapIsOneCell() {
        assertThat(bench.heap().freeBytes()).isEqualTo(SIZE);
        assertThat(bench.state().large()).isEqualTo(bench.state().base());
        assertThat(bench.cells()).containsExactly(SIZE);
    }

    @Test
    void smallCellsGrowFromTheBottomAndLargeOnesFromTheTop() {
        assertThat(bench.heap().newObject(bench.pair())).isEqualTo(bench.state().base());
        assertThat(bench.heap().arrays().create(bench.array(Element.INTEGER), 30)).isEqualTo(bench.state().end() - 128);
    }

    @Test
    void anObjectIsZeroBehindItsHeader() {
        memory.word(bench.state().base() + 12, -1);
        int object = bench.heap().newObject(bench.pair());
        assertThat(memory.word(object)).isEqualTo(bench.pair());
        assertThat(memory.read(Address.of(object + 4), 12)).containsOnly(0);
    }

    @Test
    void whatRootsReachSurvivesWithItsBytes() {
        int list = 0;
        for (int i = 0; i < 20; i++) {
            int pair = bench.heap().newObject(bench.pair());
            memory.word(link(pair), list);
            memory.word(pair + 8, i);
            list = pair;
            bench.root(0, list);
            bench.heap().newObject(bench.pair()); // garbage
        }
        bench.heap().collect();
        assertThat(bench.heap().usedBytes()).isEqualTo(20 * 16);
        for (int i = 19; i >= 0; i--, list = memory.word(link(list))) {
            assertThat(memory.word(list + 8)).isEqualTo(i);
        }
    }

    @Test
    void cyclesThatNothingReachesAreFreed() {
        int first = bench.heap().newObject(bench.pair());
        int second = bench.heap().newObject(bench.pair());
        memory.word(link(first), second);
        memory.word(link(second), first);
        bench.heap().collect();
        assertThat(bench.heap().usedBytes()).isZero();
        assertThat(bench.cells()).containsExactly(SIZE);
    }

    @Test
    void aTaggedPointerKeepsItsObjectAliveAndATaggedIntegerDoesNot() {
        int holder = bench.heap().newObject(bench.holder());
        bench.root(0, holder);
        int kept = bench.heap().newObject(bench.pair());
        memory.word(holder + 4, Word.ofReference(Address.of(kept)));
        bench.heap().collect();
        assertThat(bench.heap().usedBytes()).isEqualTo(24);
        memory.word(holder + 4, kept); // a multiple of 8: an integer
        bench.heap().collect();
        assertThat(bench.heap().usedBytes()).isEqualTo(8);
    }

    @Test
    void theHostsRootsCount() {
        List<Integer> exact = new ArrayList<>();
        Heap heap = bench.open(visitor -> exact.forEach(visitor::reference));
        exact.add(heap.newObject(bench.pair()));
        heap.newObject(bench.pair());
        heap.collect();
        assertThat(heap.usedBytes()).isEqualTo(16);
    }

    @Test
    void aConservativeRootKeepsWhatItPointsIntoAndBehind() {
        int first = bench.heap().newObject(bench.pair());
        int second = bench.heap().newObject(bench.pair());
        int third = bench.heap().newObject(bench.pair());
        bench.open(visitor -> visitor.conservative(second + 5)).collect();
        assertThat(bench.isAlive(first)).isFalse();
        assertThat(bench.isAlive(second)).isTrue();
        assertThat(bench.isAlive(third)).isFalse();
        bench.open(visitor -> visitor.conservative(second + 16)).collect();
        assertThat(bench.isAlive(second)).isTrue();
        bench.open(visitor -> visitor.conservative(bench.state().end() + 1)).collect();
        assertThat(bench.heap().usedBytes()).isZero();
    }

    @Test
    void aDeepStructureIsMarkedWhole() {
        HeapBench large = new HeapBench(64 * 1024);
        for (int i = 0; i < 4000; i++) {
            int pair = large.heap().newObject(large.pair());
            large.memory().word(link(pair), large.root(0));
            large.root(0, pair);
        }
        large.heap().collect();
        assertThat(large.heap().usedBytes()).isEqualTo(4000 * 16);
    }

    @Test
    void memoryIsOutWhenACollectionFreesTooLittle() {
        HeapFailure failure = catchThrowableOfType(HeapFailure.class, () -> {
            while (true) {
                int pair = bench.heap().newObject(bench.pair());
                memory.word(link(pair), bench.root(0));
                bench.root(0, pair);
            }
        });
        assertThat(failure.error()).isEqualTo(HeapFailure.Error.MEMORY);
        assertThat(failure).hasMessage("no room for 16 bytes");
        assertThat(bench.heap().freeBytes()).isLessThan(SIZE / HeapLayout.STARVED);
        bench.root(0, 0);
        assertThat(bench.heap().arrays().create(bench.array(Element.UINT8), SIZE - 8)).isEqualTo(bench.state().base());
    }

    @Test
    void impossibleLengthsAreRefused() {
        HeapFailure negative = catchThrowableOfType(HeapFailure.class, () -> bench.heap().arrays().create(bench.array(Element.FLOAT), -1));
        assertThat(negative.error()).isEqualTo(HeapFailure.Error.LENGTH);
        HeapFailure great = catchThrowableOfType(HeapFailure.class,
                () -> bench.heap().arrays().create(bench.array(Element.FLOAT), Integer.MAX_VALUE));
        assertThat(great.error()).isEqualTo(HeapFailure.Error.MEMORY);
        assertThat(bench.state().collections()).isZero();
    }

    @Test
    void growableArraysKeepTheirElements() {
        int vector = bench.heap().arrays().create(bench.vector(), 0);
        bench.root(0, vector);
        for (int i = 0; i < 100; i++) {
            int elements = bench.heap().arrays().grow(vector);
            memory.word(elements + 4 * i, i);
            memory.word(vector + 4, i + 1);
        }
        bench.heap().arrays().shift(vector);
        bench.heap().arrays().unshift(vector);
        memory.word(memory.word(vector + 8), 7);
        int copy = bench.heap().arrays().copy(vector);
        int elements = memory.word(copy + 8);
        assertThat(memory.word(copy + 4)).isEqualTo(100);
        assertThat(memory.word(copy + 12)).isEqualTo(100);
        assertThat(memory.word(elements)).isEqualTo(7);
        assertThat(memory.word(elements + 4 * 99)).isEqualTo(99);
    }

    @Test
    void theElementsOfAnArrayInTheMakingAreARoot() {
        Heap stressed = bench.heap().under(Stress.COLLECTING);
        int vector = stressed.arrays().create(bench.vector(), 3);
        bench.root(0, vector);
        stressed.collect();
        assertThat(memory.read(Address.of(memory.word(vector + 8)), 12)).containsOnly(0);
        assertThat(stressed.usedBytes()).isEqualTo(16 + 24);
    }

    @Test
    void stringsEndInAZero() {
        memory.word(bench.state().base() + 12, -1);
        int string = bench.heap().newString(new byte[] {'a', 'b', 'c'});
        assertThat(memory.read(Address.of(string + 8), 4)).containsExactly('a', 'b', 'c', 0);
        assertThat(bench.heap().newString(0)).isEqualTo(HeapBench.EMPTY_STRING);
    }

    @Test
    void everyPageThatIsWrittenIsDirty() {
        memory.synchronised(memory.region());
        int array = bench.heap().arrays().create(bench.array(Element.INTEGER), 10);
        assertThat(memory.page(Address.of(array))).isEqualTo(PageState.DIRTY);
        assertThat(memory.page(Address.of(bench.state().starts()))).isEqualTo(PageState.DIRTY);
    }

    @Test
    void aStaleHeapIsNotOpened() {
        memory.deviceMayHaveWritten(memory.region());
        assertThatThrownBy(() -> bench.open(HostRoots.NONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cellsFillTheHeapWhateverHappens() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            try {
                int object = switch (random.nextInt(4)) {
                    case 0 -> bench.heap().newObject(bench.pair());
                    case 1 -> bench.heap().arrays().create(bench.vector(), random.nextInt(30));
                    case 2 -> bench.heap().arrays().create(bench.array(Element.BOOLEAN), random.nextInt(200));
                    default -> bench.heap().newString(random.nextInt(100));
                };
                bench.root(random.nextInt(HeapBench.ROOTS), object);
            } catch (HeapFailure e) {
                bench.root(random.nextInt(HeapBench.ROOTS), 0);
            }
            assertThat(bench.cells().stream().mapToInt(Integer::intValue).sum()).isEqualTo(SIZE);
        }
        assertThat(bench.state().collections()).isPositive();
        assertThat(bench.state().peakBytes()).isLessThanOrEqualTo(SIZE);
    }

    @Test
    void classRecordsAreReadOnceWhereverTheyLie() {
        ClassRecord pair = bench.heap().classes().at(bench.pair());
        assertThat(pair.kind()).isEqualTo(Kind.OBJECT);
        assertThat(bench.heap().classes().at(bench.pair())).isSameAs(pair);
        assertThat(bench.heap().classes().at(bench.array(Element.FLOAT)).element()).isEqualTo(Element.FLOAT);
        assertThatThrownBy(() -> bench.heap().classes().at(0x1000)).isInstanceOf(IllegalArgumentException.class);
    }
}
