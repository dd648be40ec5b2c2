package org.bluescript.link;

import java.nio.file.Path;
import java.util.List;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.Refusal;
import org.bluescript.link.protocol.Request;

/**
 * Everything that can go wrong between here and the device. The message says what happened, with its values;
 * {@link #nextStep} says what to do.
 *
 * <p>After any of them but {@link Refused}, {@link FrameTooLarge} and those about boards and ports, the link is
 * dead: open a new one. Unchecked, since most callers can only pass it on to where it is shown.
 */
public abstract sealed class LinkException extends RuntimeException {
    private final String nextStep;

    private LinkException(String message, String nextStep) {
        super(message);
        this.nextStep = nextStep;
    }

    /** What the user can do, as an imperative. */
    public final String nextStep() {
        return nextStep;
    }

    // ---- boards ----

    /** There is no board of this name. */
    public static final class BoardUnknown extends LinkException {
        private final List<String> available;

        public BoardUnknown(String name, List<String> available) {
            super("there is no board \"%s\"; there are: %s".formatted(name, String.join(", ", available)),
                    "name one of them");
            this.available = List.copyOf(available);
        }

        public List<String> available() {
            return available;
        }
    }

    /** A board's file cannot be read or does not say what it must. */
    public static final class BoardFileBroken extends LinkException {
        public BoardFileBroken(Path file, String what) {
            super("board file %s: %s".formatted(file, what), "correct the file");
        }
    }

    /** The board has no emulator. */
    public static final class NotEmulated extends LinkException {
        public NotEmulated(String board) {
            super("board \"%s\" cannot be emulated".formatted(board), "connect a board and name its port with --port PATH");
        }
    }

    /** The firmware has not been built. */
    public static final class FirmwareMissing extends LinkException {
        public FirmwareMissing(Path file) {
            super("there is no firmware %s".formatted(file), "build it: mvn -pl mcu-runtime compile");
        }
    }

    /** The emulator is not installed, or has none of the board's machines. */
    public static final class EmulatorMissing extends LinkException {
        public EmulatorMissing(String message, String install) {
            super(message, install);
        }
    }

    /** The emulator ended by itself. */
    public static final class EmulatorFailed extends LinkException {
        public EmulatorFailed(String command, String said) {
            super("%s failed: %s".formatted(command, said.isBlank() ? "it said nothing" : said.strip()),
                    "run the doctor command to see what is installed");
        }
    }

    // ---- ports ----

    /** The port does not exist. */
    public static final class PortMissing extends LinkException {
        private final List<String> available;

        public PortMissing(String port, List<String> available) {
            super("there is no port %s; %s".formatted(port, available.isEmpty() ? "there is none at all"
                            : "there are: " + String.join(", ", available)),
                    "connect the board, or name another port");
            this.available = List.copyOf(available);
        }

        public List<String> available() {
            return available;
        }
    }

    /** The port cannot be opened. */
    public static final class PortBusy extends LinkException {
        public PortBusy(String port) {
            super("port %s is in use by another program".formatted(port), "end the other program, then try again");
        }
    }

    /** The port may not be opened. */
    public static final class PortForbidden extends LinkException {
        public PortForbidden(String port) {
            super("port %s may not be opened by this user".formatted(port),
                    "add yourself to the group that owns it, usually: sudo usermod -aG dialout $USER, then log in again");
        }
    }

    // ---- the device ----

    /** The wire is there, but nobody answers in our protocol. */
    public static final class NoAnswer extends LinkException {
        private final String peer;
        private final long milliseconds;

        public NoAnswer(String peer, long milliseconds) {
            this(peer, milliseconds, "");
        }

        private NoAnswer(String peer, long milliseconds, String heard) {
            super("no answer from %s for %d ms%s".formatted(peer, milliseconds,
                            heard.isBlank() ? "" : "; it said: " + heard.strip()),
                    "check that it is the right port and that the board runs BlueScript's firmware; reset the board");
            this.peer = peer;
            this.milliseconds = milliseconds;
        }

        /** The same, with the text, made visible, that came instead of an answer. */
        NoAnswer heard(String text) {
            return new NoAnswer(peer, milliseconds, text);
        }
    }

    /** The other end is gone: unplugged, or ended. */
    public static final class DeviceLost extends LinkException {
        public DeviceLost(String peer, String how) {
            super("lost the device at %s: %s".formatted(peer, how), "connect it again and start over");
        }
    }

    /** The device has started anew; what was loaded is gone. */
    public static final class DeviceRestarted extends LinkException {
        public DeviceRestarted(String peer) {
            super("the device at %s has restarted".formatted(peer), "start over; if it happens again, check its power");
        }
    }

    /** The device has another session now. */
    public static final class SessionLost extends LinkException {
        public SessionLost(String peer) {
            super("the device at %s has left this session".formatted(peer),
                    "see that no other program uses the device, then start over");
        }
    }

    /** The firmware has failed. */
    public static final class FirmwareFailed extends LinkException {
        private final DeviceEvent.Epitaph epitaph;

        public FirmwareFailed(DeviceEvent.Epitaph epitaph) {
            super("the firmware failed at 0x%08x: %s (fault status 0x%08x)".formatted(epitaph.state().pc(),
                            epitaph.text(), epitaph.state().faultStatus()),
                    "reset the board; this is a defect of the firmware, please report it");
            this.epitaph = epitaph;
        }

        public DeviceEvent.Epitaph epitaph() {
            return epitaph;
        }
    }

    /** The device speaks another version of the protocol. */
    public static final class VersionMismatch extends LinkException {
        public VersionMismatch(int host, int device) {
            super("the device speaks version %d of the protocol, this host version %d".formatted(device, host),
                    device < host ? "flash the firmware of this version" : "update BlueScript on this machine");
        }
    }

    /** An undamaged frame made no sense. */
    public static final class ProtocolViolation extends LinkException {
        public ProtocolViolation(String what) {
            super("the device broke the protocol: " + what, "flash the firmware of this version");
        }
    }

    /** The device did not do what was asked; nothing has happened. */
    public static final class Refused extends LinkException {
        private final Refusal refusal;

        public Refused(Request request, Refusal refusal) {
            super("the device refused a %s: %s".formatted(request.describe(), refusal.sentence()), switch (refusal) {
                case BUSY -> "interrupt the running program first";
                case RANGE, LENGTH -> "use only the memory that the device names in its description";
                case UNKNOWN, OTHER -> "flash the firmware of this version";
                case STATE -> "nothing: what it was to change has ended";
            });
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** A request does not fit a frame that the device takes; it was not sent. */
    public static final class FrameTooLarge extends LinkException {
        public FrameTooLarge(Request request, int size, int limit) {
            super("a %s takes a frame of %d bytes, the device takes %d".formatted(request.describe(), size, limit),
                    "send it in pieces");
        }
    }

    /** The thread was interrupted while it waited for the device. */
    public static final class Interrupted extends LinkException {
        public Interrupted() {
            super("interrupted while waiting for the device", "try again");
        }
    }

    /** The link was closed while somebody waited, or used after it. */
    public static final class Closed extends LinkException {
        public Closed(String peer) {
            super("the link to %s is closed".formatted(peer), "open a new one");
        }
    }
}
