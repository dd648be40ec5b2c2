package org.bluescript.language.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bluescript.language.layout.SessionRoom.Variable;
import org.bluescript.language.machine.SessionImage;
import org.bluescript.language.typed.FunctionId;

/**
 * A saved session as a file:
 *
 * <pre>
 *  offset  bytes
 *       0     18  "BlueScript session"
 *      18      2  version of the format
 *      20      4  CRC-32C of all that follows
 *      24         the session, deflated: all numbers of 4 bytes, texts and lists behind their lengths. In version 1 it ends behind
 *                 the memory; behind that are where the user wants functions, and what was seen of them
 * </pre>
 *
 * Numbers are big-endian. A file is written beside its name first, so that no half file gets it.
 */
public final class SessionFile {
    static final int VERSION = 2;
    /** The version before functions could be moved: what is missing there is nothing. */
    private static final int WITHOUT_PLACES = 1;

    private static final byte[] MAGIC = "BlueScript session".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 + 4;
    /** No text and no list in a session is longer. */
    private static final int MOST = 1 << 26;

    private SessionFile() {}

    public static void write(Path file, SavedSession session) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
            new Writer(out).write(session);
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + body.size());
        bytes.put(MAGIC).putShort((short) VERSION).putInt(checksum(body.toByteArray())).put(body.toByteArray());
        Path folder = file.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            Files.write(beside, bytes.array());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    public static SavedSession read(Path file) throws IOException, UnreadableSession {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        byte[] magic = new byte[Math.min(MAGIC.length, bytes.remaining())];
        bytes.get(magic);
        if (bytes.remaining() < HEADER - MAGIC.length || !Arrays.equals(magic, MAGIC)) {
            throw new UnreadableSession("it is no saved session");
        }
        int version = bytes.getShort();
        if (version != VERSION && version != WITHOUT_PLACES) {
            throw new UnreadableSession("it has version %d of the format, and this BlueScript reads version %d".formatted(version, VERSION));
        }
        int expected = bytes.getInt();
        byte[] body = new byte[bytes.remaining()];
        bytes.get(body);
        if (checksum(body) != expected) {
            throw new UnreadableSession("it is damaged");
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)))) {
            return new Reader(in).session(version);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableSession("it is damaged");
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private record Writer(DataOutputStream out) {
        void write(SavedSession session) throws IOException {
            out.writeInt(session.lines());
            out.writeInt(session.growth());
            out.writeInt(session.fingerprint());
            out.writeInt(session.entries().size());
            for (Entry entry : session.entries()) {
                write(entry);
            }
            write(session.image());
            out.writeInt(session.wanted().size());
            for (Map.Entry<FunctionId, Boolean> wanted : new TreeMap<>(session.wanted()).entrySet()) {
                write(wanted.getKey());
                out.writeBoolean(wanted.getValue());
            }
            write(session.profile().getBytes(StandardCharsets.UTF_8));
        }

        private void write(FunctionId id) throws IOException {
            write(id.module().getBytes(StandardCharsets.UTF_8));
            write(id.name().getBytes(StandardCharsets.UTF_8));
        }

        private void write(Entry entry) throws IOException {
            out.writeInt(entry.number());
            write(entry.text().getBytes(StandardCharsets.UTF_8));
            out.writeInt(entry.modules().size());
            for (Map.Entry<String, Entry.ModuleText> module : entry.modules().entrySet()) {
                write(module.getKey().getBytes(StandardCharsets.UTF_8));
                write(module.getValue().path().getBytes(StandardCharsets.UTF_8));
                write(module.getValue().name().getBytes(StandardCharsets.UTF_8));
                write(module.getValue().text().getBytes(StandardCharsets.UTF_8));
            }
            out.writeBoolean(entry.ended());
            write(entry.places());
            out.writeBoolean(entry.held().isPresent());
            if (entry.held().isPresent()) {
                out.writeInt(entry.held().get().size());
                for (FunctionId id : entry.held().get()) {
                    write(id);
                }
            }
        }

        private void write(SessionImage image) throws IOException {
            out.writeInt(image.machine());
            write(image.program());
            write(image.control());
            out.writeInt(image.random());
            out.writeInt(image.keepers());
            out.writeInt(image.kept().size());
            for (Map.Entry<Integer, List<Integer>> kept : image.kept().entrySet()) {
                out.writeInt(kept.getKey());
                write(kept.getValue());
            }
            write(image.slots());
            for (Variable kind : Variable.values()) {
                write(image.blocks().get(kind));
                write(image.free().get(kind));
            }
        }

        private void write(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private void write(Collection<Integer> numbers) throws IOException {
            out.writeInt(numbers.size());
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
    }

    private record Reader(DataInputStream in) {
        SavedSession session(int version) throws IOException {
            int lines = in.readInt();
            int growth = in.readInt();
            int fingerprint = in.readInt();
            List<Entry> entries = new ArrayList<>();
            for (int i = length(); i > 0; i--) {
                entries.add(entry());
            }
            SessionImage image = image();
            Map<FunctionId, Boolean> wanted = new LinkedHashMap<>();
            if (version == WITHOUT_PLACES) {
                return new SavedSession(entries, image, lines, growth, fingerprint, wanted, "");
            }
            for (int i = length(); i > 0; i--) {
                wanted.put(new FunctionId(text(), text()), in.readBoolean());
            }
            return new SavedSession(entries, image, lines, growth, fingerprint, wanted, text());
        }

        private Entry entry() throws IOException {
            int number = in.readInt();
            String text = text();
            Map<String, Entry.ModuleText> modules = new LinkedHashMap<>();
            for (int i = length(); i > 0; i--) {
                modules.put(text(), new Entry.ModuleText(text(), text(), text()));
            }
            boolean ended = in.readBoolean();
            List<Integer> places = numbers();
            Optional<Set<FunctionId>> held = Optional.empty();
            if (in.readBoolean()) {
                Set<FunctionId> ids = new LinkedHashSet<>();
                for (int i = length(); i > 0; i--) {
                    ids.add(new FunctionId(text(), text()));
                }
                held = Optional.of(ids);
            }
            return new Entry(number, text, modules, ended, places, held);
        }

        private SessionImage image() throws IOException {
            int machine = in.readInt();
            byte[] program = bytes();
            byte[] control = bytes();
            int random = in.readInt();
            int keepers = in.readInt();
            Map<Integer, List<Integer>> kept = new LinkedHashMap<>();
            for (int i = length(); i > 0; i--) {
                kept.put(in.readInt(), numbers());
            }
            Set<Integer> slots = new LinkedHashSet<>(numbers());
            Map<Variable, Set<Integer>> blocks = new EnumMap<>(Variable.class);
            Map<Variable, Set<Integer>> free = new EnumMap<>(Variable.class);
            for (Variable kind : Variable.values()) {
                blocks.put(kind, new LinkedHashSet<>(numbers()));
                free.put(kind, new LinkedHashSet<>(numbers()));
            }
            return new SessionImage(machine, program, control, random, keepers, kept, slots, blocks, free);
        }

        private int length() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > MOST) {
                throw new IOException("no length: " + length);
            }
            return length;
        }

        private byte[] bytes() throws IOException {
            int length = length();
            byte[] result = in.readNBytes(length);
            if (result.length < length) {
                throw new IOException("too short");
            }
            return result;
        }

        private String text() throws IOException {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        private List<Integer> numbers() throws IOException {
            List<Integer> result = new ArrayList<>();
            for (int i = length(); i > 0; i--) {
                result.add(in.readInt());
            }
            return result;
        }
    }
}
