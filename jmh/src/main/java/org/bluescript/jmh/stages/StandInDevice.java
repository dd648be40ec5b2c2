package org.bluescript.jmh.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;

/**
 * Memory in the place of a device's, without a wire. Whatever function is called gets an array and how many bytes of it to change, and
 * changes a byte in each piece of {@link #PIECE}.
 */
final class StandInDevice implements Executor {
    private static final int PIECE = 256;

    private final Region region;
    private final byte[] bytes;

    StandInDevice(Region region) {
        this.region = region;
        this.bytes = new byte[region.size()];
    }

    @Override
    public void prepare(Stretch image) {
        write(image);
    }

    @Override
    public int[] checksums(List<Pieces> pieces) {
        List<Integer> sums = new ArrayList<>();
        for (Pieces some : pieces) {
            for (int i = 0; i < some.count(); i++) {
                CRC32C crc = new CRC32C();
                crc.update(bytes, offset(some.address()) + i * some.length(), some.length());
                sums.add((int) crc.getValue());
            }
        }
        return sums.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<byte[]> read(List<Region> regions) {
        return regions.stream()
                .map(r -> Arrays.copyOfRange(bytes, offset(r.base()), offset(r.base()) + r.size()))
                .toList();
    }

    @Override
    public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
        writes.forEach(this::write);
        int first = offset(Address.of(words[0])) + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        for (int done = 0; done < words[1]; done += PIECE) {
            bytes[first + done]++;
        }
        return new Returned(0);
    }

    private void write(Stretch stretch) {
        System.arraycopy(stretch.bytes(), 0, bytes, offset(stretch.address()), stretch.bytes().length);
    }

    private int offset(Address address) {
        return address.bits() - region.base().bits();
    }
}
