package io.counterpart.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reverse proxy in front of a channel service: requests and answers pass as they are, event streams too, until it
 * gives the till application another version.
 */
final class NewVersionProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NewVersionProxy.class);

    /** As long as every version, so that the length of the answer stays the same. */
    static final String VERSION = "0000new0file";

    private static final Pattern VERSION_OF_RELEASE = Pattern.compile("(\"version\":\")[0-9a-z]{12}\"");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^Connection:.*\r\n");
    private static final Pattern ENCODING = Pattern.compile("(?im)^Accept-Encoding:.*\r\n");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ServerSocket listener;
    private final int target;
    private volatile boolean isPublished;

    NewVersionProxy(URI channel) throws IOException {
        target = channel.getPort();
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** From now on, the application has another version. */
    void publish() {
        isPublished = true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            boolean isRelease = head.startsWith("GET /pos/release.js ");
            // One request for each connection, so that the head of the next one need not be looked for.
            String sent = CONNECTION.matcher(head).replaceAll("").replace(END_OF_HEAD, "\r\nConnection: close\r\n\r\n");
            write(server.getOutputStream(), isRelease ? ENCODING.matcher(sent).replaceAll("") : sent);
            start(() -> client.getInputStream().transferTo(server.getOutputStream()));
            if (isRelease && isPublished) {
                String answer = new String(server.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                write(
                        client.getOutputStream(),
                        VERSION_OF_RELEASE.matcher(answer).replaceAll("$1" + VERSION + '"'));
            } else {
                server.getInputStream().transferTo(client.getOutputStream());
            }
        }
    }

    /** The request line and the headers; empty if the client closed the connection without a request. */
    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            if (next == '\n') {
                head = bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return head;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                log.debug("A side has closed the connection: {}", e.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {

        void run() throws IOException;
    }
}
