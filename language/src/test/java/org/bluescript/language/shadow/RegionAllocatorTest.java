package org.bluescript.language.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class RegionAllocatorTest {
    private static final Address BASE = Address.of(0x2000_0004);
    private final RegionAllocator allocator = new RegionAllocator(new Region(BASE, 1000));

    @Test
    void lowestPlaceThatFitsIsTaken() {
        assertThat(allocator.allocate(10, 4)).contains(BASE);
        assertThat(allocator.allocate(4, 8)).contains(Address.of(0x2000_0010));
        assertThat(allocator.allocate(2, 2)).contains(Address.of(0x2000_000e));
    }

    @Test
    void fullRegionGivesNothing() {
        assertThat(allocator.allocate(1001, 1)).isEmpty();
        assertThat(allocator.allocate(1000, 4)).isPresent();
        assertThat(allocator.allocate(1, 1)).isEmpty();
    }

    @Test
    void whatIsReleasedTwiceIsRefused() {
        Address place = allocator.allocate(16, 4).orElseThrow();
        allocator.release(place, 16);
        assertThatThrownBy(() -> allocator.release(place, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void releasingEverythingGivesTheWholeRegionBack() {
        Random random = new Random(7);
        List<Region> taken = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            if (random.nextBoolean() && !taken.isEmpty()) {
                Region region = taken.remove(random.nextInt(taken.size()));
                allocator.release(region.base(), region.size());
            } else {
                int size = 1 + random.nextInt(60);
                allocator.allocate(size, 1 << random.nextInt(4)).ifPresent(a -> {
                    Region region = new Region(a, size);
                    assertThat(taken).noneMatch(t -> overlap(t, region));
                    taken.add(region);
                });
            }
            int used = taken.stream().mapToInt(Region::size).sum();
            assertThat(allocator.freeBytes()).isEqualTo(1000 - used);
        }
        taken.forEach(t -> allocator.release(t.base(), t.size()));
        assertThat(allocator.allocate(1000, 4)).contains(BASE);
    }

    @Test
    void copyIsIndependent() {
        RegionAllocator copy = allocator.copy();
        copy.allocate(100, 1);
        assertThat(allocator.freeBytes()).isEqualTo(1000);
    }

    private static boolean overlap(Region a, Region b) {
        return a.base().compareTo(b.end()) < 0 && b.base().compareTo(a.end()) < 0;
    }
}
