package io.counterpart.benchmarks.tool;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that exchanges requests serialized in advance. The machine is shared with the system under
 * measurement, so the client must use little CPU time.
 */
public final class RawHttpClient implements AutoCloseable {

    private final URI address;
    private final byte[] head;
    private Socket socket;
    private InputStream in;

    /** A client that authenticates with a token. */
    public static RawHttpClient withToken(URI address, String token) throws IOException {
        return new RawHttpClient(address, "Authorization: Bearer " + token, "application/json");
    }

    /** A browser session that is signed in. */
    public static RawHttpClient withCookie(URI address, String cookie) throws IOException {
        return new RawHttpClient(address, "Cookie: " + cookie, "text/html");
    }

    private RawHttpClient(URI address, String who, String accepted) throws IOException {
        this.address = address;
        this.head = """
                Host: %s\r
                %s\r
                Content-Type: application/json\r
                Accept: %s\r
                Content-Length:\s""".formatted(address.getAuthority(), who, accepted).getBytes(StandardCharsets.US_ASCII);
        this.socket = connect(address);
        this.in = input(socket);
    }

    private static Socket connect(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static InputStream input(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** Sends a request, reads the whole response and returns its status. */
    public int send(String method, String path, byte[] body) throws IOException {
        byte[] start = "%s %s HTTP/1.1\r%n".formatted(method, path).getBytes(StandardCharsets.US_ASCII);
        byte[] end = "%d\r%n\r%n".formatted(body.length).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[start.length + head.length + end.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(head, 0, request, start.length, head.length);
        System.arraycopy(end, 0, request, start.length + head.length, end.length);
        System.arraycopy(body, 0, request, start.length + head.length + end.length, body.length);
        socket.getOutputStream().write(request);
        return readStatus();
    }

    private int readStatus() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked = chunked || header.startsWith("transfer-encoding: chunked");
            last = last || header.equals("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            reconnect();
        }
        return status;
    }

    // A service may close a connection after many requests.
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(address);
        in = input(socket);
    }

    private void skipChunks() throws IOException {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
