package io.counterpart.channel.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.counterpart.contract.operation.CustomerOperation;

/** How the stub of the Real-time service reacts to a request whose body was read. */
public interface RealTimeBehaviour {

    void answer(CustomerOperation operation, InputStream in, OutputStream out) throws IOException;

    static RealTimeBehaviour status(int status, String body) {
        return (operation, in, out) -> respond(out, status, body);
    }

    static RealTimeBehaviour refusing(int status, String type, String words) {
        return status(
                status,
                "{\"type\": \"/problems/%s\", \"title\": \"No\", \"status\": %d, \"detail\": \"%s\", \"code\": \"why\"}"
                        .formatted(type, status, words));
    }

    /** Sends nothing until the caller gives up. */
    static RealTimeBehaviour hanging() {
        return (operation, in, out) -> {
            while (in.read() >= 0) {
                // No more data arrives; the caller closes the connection.
            }
        };
    }

    /** The connection ends before the response begins. */
    static RealTimeBehaviour silent() {
        return (operation, in, out) -> {};
    }

    /** The connection ends in the middle of the response. */
    static RealTimeBehaviour cuttingOff() {
        return (operation, in, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"schemaVersion\": 1"
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The response arrives too slowly for any time-out. */
    static RealTimeBehaviour endless() {
        return (operation, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            hanging().answer(operation, in, out);
        };
    }

    static void respond(OutputStream out, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                        .formatted(status, bytes.length);
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
    }
}
