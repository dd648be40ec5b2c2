package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.OutputText;
import org.bluescript.link.protocol.Refusal;
import org.bluescript.link.protocol.Region;
import org.bluescript.link.protocol.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation against the firmware's end of the link, built for this machine. */
class DeviceTest {
    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(50));

    private HostBoard board;
    private Device device;
    private final List<DeviceEvent> events = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        board = HostBoard.onSocket();
        device = Device.open(board.transport(), TIMING);
    }

    @AfterEach
    void close() {
        device.close();
        board.close();
    }

    private DeviceEvent.Outcome call(int entry, int... words) {
        return device.call(events::add, entry, words);
    }

    private String printed() {
        OutputText text = new OutputText(String::valueOf);
        StringBuilder all = new StringBuilder();
        for (DeviceEvent event : events) {
            if (event instanceof DeviceEvent.Output output) {
                all.append(text.accept(output));
            }
        }
        return all.toString();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void helloTellsWhatTheDeviceIs() {
        DeviceDescription description = device.description();
        assertThat(description.board()).isEqualTo("host");
        assertThat(description.build()).isEqualTo(0x600dcafe);
        assertThat(description.state()).isEqualTo(DeviceDescription.State.IDLE);
        assertThat(description.regions()).containsExactly(
                new Region(Region.Kind.DATA, HostBoard.MEMORY, HostBoard.MEMORY_SIZE),
                new Region(Region.Kind.STACK, HostBoard.STACK, 0x1000));
    }

    @Test
    void memoryIsReadAsItWasWritten() {
        byte[] bytes = random(20_000);
        device.write(HostBoard.FREE, bytes);
        assertThat(device.read(HostBoard.FREE, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void partsOfArraysAreWritten() {
        byte[] bytes = random(2000);
        device.write(HostBoard.FREE, bytes, 100, 1500);
        assertThat(device.read(HostBoard.FREE, 1500)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 100, 1600));
        device.write(HostBoard.FREE, bytes, 0, 0);
        assertThat(device.read(HostBoard.FREE, 0)).isEmpty();
    }

    @Test
    void checksumIsThatOfTheMemory() {
        byte[] bytes = random(5000);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        device.write(HostBoard.FREE, bytes);
        assertThat(device.checksum(HostBoard.FREE, bytes.length)).isEqualTo((int) crc.getValue());
    }

    @Test
    void manyChecksumsComeInOneReply() {
        byte[] bytes = random(1024);
        device.write(HostBoard.FREE, bytes);
        int[] sums = device.checksums(List.of(
                new Request.Checksum(HostBoard.FREE, 32, 32), new Request.Checksum(HostBoard.FREE + 256, 256, 3)));
        for (int i = 0; i < 32; i++) {
            assertThat(sums[i]).isEqualTo(crc(bytes, 32 * i, 32));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(sums[32 + i]).isEqualTo(crc(bytes, 256 + 256 * i, 256));
        }
        assertRefused(Refusal.RANGE, () -> device.checksums(List.of(
                new Request.Checksum(HostBoard.STACK, 0x1000, 2))));
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    @Test
    void manyRangesAreReadAtOnce() {
        byte[] bytes = random(1000);
        device.write(HostBoard.FREE, bytes);
        assertThat(device.readAll(List.of(new MemoryRange(HostBoard.FREE, 700),
                        new MemoryRange(HostBoard.FREE + 1, 0), new MemoryRange(HostBoard.FREE + 900, 100))))
                .containsExactly(Arrays.copyOf(bytes, 700), new byte[0], Arrays.copyOfRange(bytes, 900, 1000));
    }

    @Test
    void callComesBehindItsWrites() {
        List<Request.Write> writes = IntStream.range(0, 20)
                .mapToObj(i -> new Request.Write(HostBoard.FREE + 4 * i, new byte[] {(byte) i, 1, 2, 3}, 0, 4))
                .toList();
        assertThat(device.call(event -> { }, writes, HostBoard.ADD, 1, 2)).isEqualTo(new DeviceEvent.Returned(3, 1000, 2000));
        assertThat(device.read(HostBoard.FREE + 76, 4)).containsExactly(19, 1, 2, 3);
    }

    @Test
    void heapPassesItsFourAddresses() {
        device.heap(0x20001000, 0x20008000, 0x20000f00, 0x20000e00);
        assertThat(device.read(HostBoard.MEMORY + 0x100, 16))
                .isEqualTo(Vectors.bytes("00 10 00 20 00 80 00 20 00 0f 00 20 00 0e 00 20"));
    }

    @Test
    void addressesOutsideAreRefused() {
        assertRefused(Refusal.RANGE, () -> device.write(HostBoard.STACK, new byte[4]));
        assertRefused(Refusal.RANGE, () -> device.write(HostBoard.STACK - 2, new byte[4]));
        assertRefused(Refusal.RANGE, () -> device.read(HostBoard.MEMORY - 1, 4));
        assertRefused(Refusal.RANGE, () -> device.read(0xffffffff, 4));
        assertRefused(Refusal.RANGE, () -> device.checksum(HostBoard.MEMORY, 0xffffffff));
        assertThat(device.ping(new byte[] {1})).containsExactly(1); // nothing is broken by it
    }

    private static void assertRefused(Refusal refusal, Runnable operation) {
        LinkException.Refused refused = catchThrowableOfType(LinkException.Refused.class, operation::run);
        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(refused.nextStep()).isNotBlank();
    }

    @Test
    void calledFunctionGetsItsWordsAndReturnsOne() {
        assertThat(call(HostBoard.ADD, 1, 20, 300, -4)).isEqualTo(new DeviceEvent.Returned(317, 1000, 2000));
        assertThat(call(HostBoard.ADD)).isEqualTo(new DeviceEvent.Returned(0, 1000, 2000));
        assertThat(events).hasSize(2);
    }

    @Test
    void outputComesInOrderAndWhole() {
        assertThat(call(HostBoard.COUNT, 3000)).isInstanceOf(DeviceEvent.Returned.class);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            expected.append("line ").append(i).append('\n');
        }
        assertThat(printed()).isEqualTo(expected.toString());
    }

    @Test
    void everyKindOfValueIsPrinted() {
        call(HostBoard.VALUES);
        assertThat(printed()).isEqualTo("-7 1.5 true false undefined grün\n");
    }

    @Test
    void failureTellsTheStateOfTheMachine() {
        DeviceEvent.Outcome outcome = call(HostBoard.FAIL, 3);
        assertThat(events.getFirst()).isEqualTo(new DeviceEvent.AssertMessage("the sky is falling"));
        assertThat(outcome).isInstanceOfSatisfying(DeviceEvent.Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(3);
            assertThat(failed.site()).isEqualTo(42);
            assertThat(failed.state().pcValid()).isTrue();
            assertThat(failed.state().pc()).isEqualTo(0x100f);
            assertThat(failed.state().sp()).isEqualTo(0x100d);
            assertThat(failed.state().faultAddress()).isEmpty();
            assertThat(failed.instructions()).isEqualTo(1234);
        });
        assertThat(device.read(HostBoard.STACK, 16)).hasSize(16); // the stack is there for unwinding
    }

    @Test
    void anotherThreadInterruptsEndlessLoops() throws Exception {
        for (int entry : new int[] {HostBoard.SPIN, HostBoard.FLOOD}) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread user = Thread.ofVirtual().start(() -> {
                awaitQuietly(begun);
                while (!device.interrupt()) {
                    Thread.onSpinWait();
                }
            });
            begun.countDown();
            assertThat(call(entry)).isInstanceOfSatisfying(DeviceEvent.Failed.class,
                    failed -> assertThat(failed.error()).isEqualTo(19));
            user.join();
            assertThat(device.interrupt()).isFalse();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void listenerMayInterrupt() {
        List<DeviceEvent> heard = new ArrayList<>();
        DeviceEvent.Outcome outcome = device.call(event -> {
            heard.add(event);
            if (heard.size() >= 10) {
                device.interrupt();
            }
        }, HostBoard.FLOOD);
        assertThat(outcome).isInstanceOf(DeviceEvent.Failed.class);
        assertThat(device.ping(new byte[0])).isEmpty();
    }

    @Test
    void lateInterruptDoesNoHarm() {
        for (int i = 0; i < 50; i++) {
            device.call(event -> device.interrupt(), HostBoard.ADD, i);
            assertThat(call(HostBoard.ADD, i)).isEqualTo(new DeviceEvent.Returned(i, 1000, 2000));
        }
    }

    @Test
    void runningProgramIsStoppedByAnotherSession() {
        assertThatThrownBy(() -> device.call(event -> {
            throw new IllegalStateException("the listener gives up");
        }, HostBoard.FLOOD)).isInstanceOf(IllegalStateException.class);
        assertThat(device.hello().state()).isEqualTo(DeviceDescription.State.RUNNING);
        assertThat(call(HostBoard.ADD, 5)).isEqualTo(new DeviceEvent.Returned(5, 1000, 2000));
        assertThat(events).hasSize(1);
    }

    @Test
    void onlyFewRequestsAreServedWhileAProgramRuns() {
        assertThatThrownBy(() -> device.call(event -> {
            throw new IllegalStateException("the listener gives up");
        }, HostBoard.FLOOD)).isInstanceOf(IllegalStateException.class);
        assertRefused(Refusal.BUSY, () -> device.checksum(HostBoard.FREE, 4));
        assertThat(device.ping(new byte[] {7})).containsExactly(7);
        device.reset();
        device.checksum(HostBoard.FREE, 4);
    }

    @Test
    void memoryIsReadAndWrittenWhileAProgramRuns() {
        byte[] bytes = {1, 2, 3, 4};
        AtomicReference<CompletableFuture<byte[]>> found = new AtomicReference<>();
        device.call(event -> {
            if (found.get() == null) {
                found.set(CompletableFuture.supplyAsync(() -> {
                    device.write(HostBoard.FREE, bytes);
                    return device.read(HostBoard.FREE, bytes.length);
                }));
            } else if (found.get().isDone()) {
                device.interrupt();
            }
        }, HostBoard.FLOOD);
        assertThat(found.get().join()).isEqualTo(bytes);
    }

    @Test
    void textThatIsNoFrameIsShownHarmlessly() {
        call(HostBoard.TEXT);
        assertThat(events.getFirst()).isEqualTo(new DeviceEvent.Text("warning: \\x1b[31mred\\x1b[0m\n"));
    }

    @Test
    void deadPeerIsNoticedAtOnce() {
        assertThatThrownBy(() -> call(HostBoard.DIE)).isInstanceOf(LinkException.DeviceLost.class);
        assertThatThrownBy(() -> device.ping(new byte[0])).isInstanceOf(LinkException.DeviceLost.class);
    }

    @Test
    void killedPeerIsNoticedDuringACall() {
        assertThatThrownBy(() -> device.call(event -> board.kill(), HostBoard.FLOOD))
                .isInstanceOf(LinkException.DeviceLost.class);
    }

    @Test
    void deafDeviceDoesNotAnswer() {
        assertThatThrownBy(() -> call(HostBoard.DEAF))
                .isInstanceOf(LinkException.NoAnswer.class)
                .hasMessageContaining("no answer from host board");
    }

    @Test
    void babblingDeviceIsGivenUp() {
        assertThatThrownBy(() -> call(HostBoard.BABBLE)).isInstanceOf(LinkException.NoAnswer.class);
    }

    @Test
    void restartIsNoticed() {
        assertThatThrownBy(() -> call(HostBoard.REBOOT)).isInstanceOf(LinkException.DeviceRestarted.class);
    }

    @Test
    void epitaphIsToldAndEndsTheLink() {
        assertThatThrownBy(() -> call(HostBoard.EPITAPH))
                .isInstanceOfSatisfying(LinkException.FirmwareFailed.class,
                        failed -> assertThat(failed.epitaph().state().pc()).isEqualTo(0x08001234))
                .hasMessageContaining("hardfault");
        assertThat(events.getLast()).isInstanceOf(DeviceEvent.Epitaph.class);
    }

    @Test
    void closingEndsACall() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread user = Thread.ofVirtual().start(() -> {
            awaitQuietly(begun);
            device.close();
        });
        assertThatThrownBy(() -> device.call(event -> begun.countDown(), HostBoard.FLOOD))
                .isInstanceOf(LinkException.class);
        user.join();
    }

    @Test
    void interruptedThreadStopsWaiting() throws Exception {
        Thread caller = Thread.currentThread();
        Thread user = Thread.ofVirtual().start(() -> {
            while (!device.interrupt()) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        assertThatThrownBy(() -> {
            while (true) {
                call(HostBoard.SPIN);
            }
        }).isInstanceOf(LinkException.Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
        user.join();
    }
}
