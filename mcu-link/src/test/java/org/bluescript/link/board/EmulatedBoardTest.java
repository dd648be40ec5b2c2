package org.bluescript.link.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.bluescript.link.Device;
import org.bluescript.link.LinkException;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.Region;
import org.bluescript.link.protocol.StackSample;
import org.bluescript.link.transport.FaultRates;
import org.bluescript.link.transport.FaultyTransport;
import org.bluescript.link.transport.SerialTransport;
import org.bluescript.link.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real firmware on the emulated boards. */
class EmulatedBoardTest {
    private static final Path HOME = Path.of(System.getProperty("bluescript.home"));

    // Thumb code, ARMv7-M ARM, A7.7
    private static final short[] ADD = {0x1840, 0x4770}; // adds r0, r0, r1; bx lr
    private static final short[] LOOP = {(short) 0xe7fe}; // b .
    private static final short[] LOAD = {0x6800, 0x4770}; // ldr r0, [r0]; bx lr

    private static Board board(String name) {
        return new Boards(HOME).find(name);
    }

    private static byte[] bytes(short[] code) {
        byte[] bytes = new byte[2 * code.length];
        for (int i = 0; i < code.length; i++) {
            bytes[2 * i] = (byte) code[i];
            bytes[2 * i + 1] = (byte) (code[i] >> 8);
        }
        return bytes;
    }

    /** Loads a function and calls it. */
    private static DeviceEvent.Outcome run(Device device, short[] code, int... words) {
        Region region = device.description().region(Region.Kind.CODE).orElseThrow();
        int address = region.base() + 7 & ~7;
        device.write(address, bytes(code));
        return device.call(event -> { }, address | 1, words);
    }

    private static void exercise(Device device, int size) {
        Region region = device.description().region(Region.Kind.CODE).orElseThrow();
        byte[] block = new byte[size];
        new Random(size).nextBytes(block);
        device.write(region.base() + 100, block);
        CRC32C crc = new CRC32C();
        crc.update(block);
        assertThat(device.checksum(region.base() + 100, size)).isEqualTo((int) crc.getValue());
        assertThat(device.read(region.base() + 100, size)).isEqualTo(block);
        assertThat(run(device, ADD, 40, 2)).isInstanceOfSatisfying(DeviceEvent.Returned.class,
                returned -> assertThat(returned.result()).isEqualTo(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32f405", "mps2-an386"})
    void firmwareServesEveryRequest(String name) {
        try (Device device = Device.open(EmulatedBoard.start(board(name)), LinkTiming.socket())) {
            assertThat(device.description().board()).isEqualTo(name);
            exercise(device, 3000);
            assertThat(device.ping(new byte[] {1, 0, 2})).containsExactly(1, 0, 2);
            device.reset();
            exercise(device, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32f405", "mps2-an386"})
    void endlessLoopIsInterrupted(String name) throws Exception {
        try (Device device = Device.open(EmulatedBoard.start(board(name)), LinkTiming.socket())) {
            Thread user = Thread.ofVirtual().start(() -> {
                while (!device.interrupt()) {
                    Thread.onSpinWait();
                }
            });
            assertThat(run(device, LOOP)).isInstanceOfSatisfying(DeviceEvent.Failed.class,
                    failed -> assertThat(failed.error()).isEqualTo(19));
            user.join();
            exercise(device, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32f405", "mps2-an386"})
    void runningProgramIsWatchedAndChanged(String name) throws Exception {
        short[] plain = {(short) 0xb510, (short) 0xe7fe}; // push {r4, lr}; b .
        short[] floating = {(short) 0xb510, (short) 0xeeb7, 0x0a00, (short) 0xe7fe}; // push {r4, lr}; vmov.f32 s0, #1.0; b .
        short[] end = {(short) 0xbd10}; // pop {r4, pc}
        try (Device device = Device.open(EmulatedBoard.start(board(name)), LinkTiming.socket())) {
            Region stack = device.description().region(Region.Kind.STACK).orElseThrow();
            int code = device.description().region(Region.Kind.CODE).orElseThrow().base() + 7 & ~7;
            assertThat(device.sample()).isEmpty();
            for (short[] program : List.of(plain, floating)) {
                int last = code + 2 * (program.length - 1);
                CompletableFuture<StackSample> watcher = CompletableFuture.supplyAsync(() -> {
                    while (true) {
                        Optional<StackSample> sample = device.sample();
                        if (sample.filter(s -> s.pc() == last).isPresent()) {
                            device.write(last, bytes(end));
                            return sample.get();
                        }
                    }
                });
                assertThat(run(device, program, 5)).isInstanceOfSatisfying(
                        DeviceEvent.Returned.class, returned -> assertThat(returned.result()).isEqualTo(5));
                StackSample sample = watcher.get();
                assertThat(sample.sp()).isEqualTo(stack.base() + stack.size() - 8);
                assertThat(ByteBuffer.wrap(sample.stack()).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(sample.lr());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32f405", "mps2-an386"})
    void faultIsReportedAndSurvived(String name) {
        try (Device device = Device.open(EmulatedBoard.start(board(name)), LinkTiming.socket())) {
            assertThat(run(device, LOAD, 0xe0000000)).isInstanceOfSatisfying(DeviceEvent.Failed.class, failed -> {
                Region region = device.description().region(Region.Kind.CODE).orElseThrow();
                assertThat(failed.error()).isEqualTo(18);
                assertThat(failed.state().pcValid()).isTrue();
                assertThat(failed.state().pc()).isEqualTo(region.base() + 7 & ~7);
            });
            exercise(device, 10);
        }
    }

    @Test
    void sameProgramTakesTheSameInstructions() {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Device device = Device.open(EmulatedBoard.start(board(Boards.DEFAULT)), LinkTiming.socket())) {
                counts.add(run(device, ADD, 1, 2).instructions());
                counts.add(run(device, ADD, 1, 2).instructions());
            }
        }
        assertThat(counts).containsOnly(counts.getFirst());
    }

    @Test
    void firmwareIsWholeOverAWireWithFaults() {
        Transport wire = new FaultyTransport(EmulatedBoard.start(board(Boards.DEFAULT)), FaultRates.all(0.05), 1);
        LinkTiming timing = new LinkTiming(
                java.time.Duration.ofMillis(100), java.time.Duration.ofMillis(20), java.time.Duration.ofMillis(100),
                java.time.Duration.ofSeconds(20), java.time.Duration.ofMillis(20));
        try (Device device = Device.open(wire, timing)) {
            for (int i = 0; i < 10; i++) {
                device.hello();
                exercise(device, 700);
            }
        }
    }

    @Test
    void firmwareAnswersOverASerialPort() throws Exception {
        Board board = board(Boards.DEFAULT);
        Board.Emulator emulator = board.emulator().orElseThrow();
        String machine = MachineChooser.inUserCache().choose(emulator, System.getenv("PATH"));
        List<String> command = new ArrayList<>(List.of(emulator.command()));
        for (String argument : emulator.arguments()) {
            command.add(argument.replace("{machine}", machine)
                    .replace("{kernel}", board.firmware().toString())
                    .replace("socket,id=link,path={socket}", "pty,id=link"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine(); // char device redirected to /dev/pts/3 (label link)
            String port = Stream.of(line.split(" ")).filter(word -> word.startsWith("/dev/")).findFirst().orElseThrow();
            try (Device device = Device.open(SerialTransport.open(port, board.baud()), LinkTiming.serial(board.baud()))) {
                exercise(device, 1500);
                process.destroyForcibly();
                assertThatThrownBy(() -> {
                    while (true) {
                        device.ping(new byte[0]);
                    }
                }).isInstanceOf(LinkException.DeviceLost.class);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void closingLeavesNoProcessAndNoFolder() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        List<ProcessHandle> started;
        try (Device device = Device.open(EmulatedBoard.start(board(Boards.DEFAULT)), LinkTiming.socket())) {
            started = ProcessHandle.current().descendants().filter(process -> !before.contains(process)).toList();
            assertThat(device.description().board()).isEqualTo(Boards.DEFAULT);
        }
        assertThat(started).hasSizeGreaterThanOrEqualTo(2);
        for (ProcessHandle process : started) {
            assertThat(process.onExit().orTimeout(10, TimeUnit.SECONDS).join().isAlive()).isFalse();
        }
    }

    @Test
    void boardEndsWithItsHostEvenIfThatIsKilled() throws Exception {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + Files.createDirectories(HOME.resolve("mcu-link/target/killed")),
                        "-cp", System.getProperty("java.class.path"), BoardProcess.class.getName(), HOME.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = host.inputReader()) {
            assertThat(said.readLine()).startsWith("started emulated board");
            List<ProcessHandle> started = host.descendants().toList();
            assertThat(started).hasSizeGreaterThanOrEqualTo(2);
            host.destroyForcibly().waitFor();
            for (ProcessHandle process : started) {
                process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            }
        }
        try (Stream<Path> left = Files.list(HOME.resolve("mcu-link/target/killed"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void killedEmulatorIsALostDevice() {
        try (Device device = Device.open(EmulatedBoard.start(board(Boards.DEFAULT)), LinkTiming.socket())) {
            ProcessHandle.current().descendants()
                    .filter(process -> process.info().command().map(c -> c.contains("qemu")).orElse(false))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(() -> {
                while (true) {
                    device.ping(new byte[0]);
                }
            }).isInstanceOf(LinkException.DeviceLost.class);
        }
    }

    @Test
    void missingFirmwareIsNamed() {
        assertThatThrownBy(() -> EmulatedBoard.start(board(Boards.DEFAULT), Path.of("no/such.elf")))
                .isInstanceOf(LinkException.FirmwareMissing.class)
                .hasMessage("there is no firmware no/such.elf");
    }

    @Test
    void emulatorThatFailsIsQuoted() {
        Function<List<String>, Board> withArguments = arguments -> {
            Board board = board(Boards.DEFAULT);
            Board.Emulator emulator = board.emulator().orElseThrow();
            return new Board(board.name(), board.title(), board.core(), board.fpu(), board.floatAbi(), board.memory(),
                    board.firmware(), board.baud(),
                    Optional.of(new Board.Emulator(emulator.command(), emulator.installedBy(), emulator.machines(), arguments)),
                    Optional.empty());
        };
        assertThatThrownBy(() -> EmulatedBoard.start(withArguments.apply(List.of("-no-such-option"))))
                .isInstanceOf(LinkException.EmulatorFailed.class)
                .hasMessageContaining("no-such-option: invalid option");
    }
}
