package io.counterpart.testsupport.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The response to a GET of a client that accepts gzip.
 *
 * @param length of the body as it was sent; 0 for a stream of events, which does not end
 * @param text the decompressed body
 */
public record CompressedResponse(int status, String encoding, String type, int length, String text) {

    public static CompressedResponse get(int port, String path, String bearer) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", "gzip")
                .header("Authorization", bearer)
                .build();
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse("");
            String encoding = response.headers().firstValue("Content-Encoding").orElse("");
            try (InputStream body = response.body()) {
                byte[] read = type.startsWith("text/event-stream") ? new byte[0] : body.readAllBytes();
                String text = encoding.equals("gzip") ? unzip(read) : new String(read, StandardCharsets.UTF_8);
                return new CompressedResponse(response.statusCode(), encoding, type, read.length, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isCompressed() {
        return encoding.equals("gzip");
    }

    private static String unzip(byte[] body) throws IOException {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
