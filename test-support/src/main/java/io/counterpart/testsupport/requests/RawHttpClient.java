package io.counterpart.testsupport.requests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Sends requests as they are, each on its own connection. */
public final class RawHttpClient {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final int port;

    public RawHttpClient(int port) {
        this.port = port;
    }

    public RawResponse send(RawRequest request) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            write(socket, request);
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A server that rejects a request early closes the connection while the rest is being sent.
    private static void write(Socket socket, RawRequest request) throws IOException {
        var out = socket.getOutputStream();
        try {
            out.write(request.bytes());
            out.flush();
        } catch (IOException closed) {
            socket.shutdownOutput();
        }
    }

    private static RawResponse read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        int end = -1;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                end = end < 0 ? bytes.toString(StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD) : end;
                // A stream of events has no end.
                if (end >= 0 && head(bytes, end).contains("text/event-stream")) {
                    break;
                }
            }
        } catch (java.net.SocketException reset) {
            // What arrived before the reset is the response.
        }
        end = end < 0 ? bytes.toString(StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD) : end;
        return end < 0 ? new RawResponse(0, List.of(), "") : parsed(head(bytes, end), bytes.toByteArray(), end);
    }

    private static String head(ByteArrayOutputStream bytes, int end) {
        return bytes.toString(StandardCharsets.ISO_8859_1).substring(0, end);
    }

    private static RawResponse parsed(String head, byte[] all, int end) {
        List<String> lines = List.of(head.split("\r\n", -1));
        int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
        byte[] body = Arrays.copyOfRange(all, end + END_OF_HEAD.length(), all.length);
        var response = new RawResponse(status, lines.subList(1, lines.size()), "");
        byte[] content = response.header("Transfer-Encoding").equals("chunked") ? withoutChunks(body) : body;
        return new RawResponse(status, response.headers(), new String(content, StandardCharsets.UTF_8));
    }

    private static byte[] withoutChunks(byte[] body) {
        var content = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int line = at;
            while (line < body.length && body[line] != '\r') {
                line++;
            }
            String size = new String(body, at, line - at, StandardCharsets.US_ASCII).strip();
            int length = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            content.write(body, line + 2, Math.min(length, Math.max(0, body.length - line - 2)));
            at = line + 2 + length + 2;
        }
        return content.toByteArray();
    }
}
