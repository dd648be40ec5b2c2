package org.bluescript.cli.session;

import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.Write;
import org.bluescript.cli.CommandException;
import org.bluescript.cli.Console;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.link.Device;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.protocol.DeviceEvent;

/**
 * The device's side of a session: one connected device that runs one program after the other.
 *
 * <p>Every method throws a {@link org.bluescript.link.LinkException} if the link fails. A program that fails, whatever it
 * did, does no harm to the next: each is loaded anew into all of program memory.
 */
public final class DeviceSession implements AutoCloseable {
    private final Device device;

    public DeviceSession(Device device) {
        this.device = device;
    }

    public DeviceDescription description() {
        return device.description();
    }

    /** Writes the program and its heap to the device. */
    public void load(NativeProgram program) {
        for (Write write : program.patch().writes()) {
            device.write(write.address().bits(), write.bytes());
        }
        HeapPlan heap = program.patch().heap();
        device.heap(heap.heap().base().bits(), heap.heap().end().bits(), heap.starts().bits(), heap.roots().bits());
    }

    /** Calls the loaded program, passes on what it prints, and waits for its end. If the output throws, the program is stopped. */
    public Ending run(NativeProgram program, ProgramOutput output) {
        return run(program.entry(), output);
    }

    /** The same for one function of a program, without parameters. */
    public Ending run(Address entry, ProgramOutput output) {
        StringBuilder assertion = new StringBuilder();
        DeviceEvent.Outcome outcome;
        try {
            outcome = device.call(event -> {
                switch (event) {
                    case DeviceEvent.Output printed -> output.accept(printed);
                    case DeviceEvent.AssertMessage message -> assertion.append(message.text());
                    case DeviceEvent.Text text -> output.stray(text.text());
                    case DeviceEvent.Outcome _, DeviceEvent.Epitaph _ -> { }
                }
            }, entry.bits());
        } catch (Console.BrokenPipe | CommandException e) {
            device.reset();
            throw e;
        } finally {
            output.end();
        }
        return switch (outcome) {
            case DeviceEvent.Returned returned -> new Ending.Finished(Integer.toUnsignedLong(returned.instructions()));
            case DeviceEvent.Failed failed -> new Ending.Stopped(failed, assertion.toString());
        };
    }

    /** Stops the program that runs, if one does. Any thread may call it. */
    public boolean interrupt() {
        return device.interrupt();
    }

    /** Device memory, for instance a failed program's stack. Between programs only. */
    public byte[] read(int address, int length) {
        return device.read(address, length);
    }

    /** The most bytes that the last program ever took from its heap. */
    public int peakHeap() {
        byte[] word = device.read(device.description().heap() + HeapLayout.PEAK_BYTES_OFFSET, Integer.BYTES);
        return (word[0] & 0xff) | (word[1] & 0xff) << 8 | (word[2] & 0xff) << 16 | word[3] << 24;
    }

    public Device device() {
        return device;
    }

    @Override
    public void close() {
        device.close();
    }
}
