package org.bluescript.language.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The least of a client of the Debug Adapter Protocol: requests, their responses, events. */
final class DebuggerClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final DataInputStream input;
    private final OutputStream output;
    private final List<JsonNode> unread = new ArrayList<>();
    private int sequence;

    private DebuggerClient(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
        this.output = socket.getOutputStream();
    }

    static DebuggerClient connect(int port) throws IOException {
        return new DebuggerClient(new Socket("127.0.0.1", port));
    }

    /** Sends a request and returns its number. */
    int send(String command, String arguments) throws IOException {
        String text = "{\"seq\": " + ++sequence + ", \"type\": \"request\", \"command\": \"" + command
                + "\", \"arguments\": " + arguments + "}";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        output.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        output.write(body);
        output.flush();
        return sequence;
    }

    /** The body of the answer to a request; fails if it is refused. */
    JsonNode request(String command, String arguments) throws IOException {
        int number = send(command, arguments);
        JsonNode answer = await(m -> m.path("request_seq").asInt() == number);
        if (!answer.get("success").asBoolean()) {
            throw new AssertionError(command + ": " + answer);
        }
        return answer.path("body");
    }

    String evaluate(int frame, String expression) throws IOException {
        String quoted = JSON.writeValueAsString(expression);
        return request("evaluate", "{\"frameId\": " + frame + ", \"expression\": " + quoted + "}").get("result").asText();
    }

    /** The body of the next event of a kind. */
    JsonNode event(String name) throws IOException {
        return await(m -> m.path("event").asText().equals(name)).path("body");
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws IOException {
        for (Iterator<JsonNode> all = unread.iterator(); all.hasNext(); ) {
            JsonNode message = all.next();
            if (wanted.test(message)) {
                all.remove();
                return message;
            }
        }
        while (true) {
            JsonNode message = read();
            if (wanted.test(message)) {
                return message;
            }
            unread.add(message);
        }
    }

    private JsonNode read() throws IOException {
        int length = 0;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        byte[] body = new byte[length];
        input.readFully(body);
        return JSON.readTree(body);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = input.readUnsignedByte(); octet != '\n'; octet = input.readUnsignedByte()) {
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    /** Lets the program go on if it has not ended. */
    @Override
    public void close() throws IOException {
        request("disconnect", "{}");
        socket.close();
    }
}
