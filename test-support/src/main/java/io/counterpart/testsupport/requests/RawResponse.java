package io.counterpart.testsupport.requests;

import java.util.List;
import java.util.Locale;

/**
 * The response to a {@link RawRequest}.
 *
 * @param status 0 if the connection was closed without a response
 * @param headers complete lines
 */
public record RawResponse(int status, List<String> headers, String body) {

    /** The value of a header, or an empty text. */
    public String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }
}
