package io.counterpart.testsupport.requests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that may contain what no HTTP client sends: each character is one byte.
 *
 * @param target path and query as they are sent
 * @param headers complete lines, without line breaks
 */
public record RawRequest(String method, String target, List<String> headers, String body) {

    private static final int SHOWN = 2_000;

    public static RawRequest get(String target, String... headers) {
        return new RawRequest("GET", target, List.of(headers), "");
    }

    public RawRequest with(String header) {
        var all = new ArrayList<>(headers);
        all.add(header);
        return new RawRequest(method, target, all, body);
    }

    /** The path without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The bytes of a text, each as a character. */
    public static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return (head() + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String head() {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (!body.isEmpty() || "POST".equals(method) || "PUT".equals(method) || "PATCH".equals(method)) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** The request in a form that can be pasted into a test. */
    String shown() {
        var shown = new StringBuilder(method).append(' ').append(escaped(target));
        headers.stream()
                .filter(header -> !header.startsWith("Authorization:") && !header.startsWith("Cookie:"))
                .forEach(header -> shown.append("\n    ").append(escaped(header)));
        return shown.append("\n    ").append(escaped(body)).toString();
    }

    private static String escaped(String bytes) {
        var escaped = new StringBuilder();
        bytes.chars().limit(SHOWN).forEach(c -> {
            if (c >= ' ' && c <= '~') {
                escaped.append((char) c);
            } else {
                escaped.append("\\x%02x".formatted(c));
            }
        });
        return bytes.length() > SHOWN
                ? escaped.append("… (%d bytes)".formatted(bytes.length())).toString()
                : escaped.toString();
    }
}
