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
 * One connection over which requests that were put into bytes beforehand go to and fro. The machine is shared with what is
 * measured: a client that works little leaves it the time.
 */
public final class LeanClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] head;

    public LeanClient(URI address, String token) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(30_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        this.head = """
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Accept: application/json\r
                Content-Length:\s""".formatted(address.getAuthority(), token).getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends and reads the whole answer; its status. */
    public int send(String method, String path, byte[] body) throws IOException {
        byte[] start = "%s %s HTTP/1.1\r%n".formatted(method, path).getBytes(StandardCharsets.US_ASCII);
        byte[] end = "%d\r%n\r%n".formatted(body.length).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[start.length + head.length + end.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(head, 0, request, start.length, head.length);
        System.arraycopy(end, 0, request, start.length + head.length, end.length);
        System.arraycopy(body, 0, request, start.length + head.length + end.length, body.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        long length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked = chunked || header.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
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
