package io.counterpart.testsupport.requests;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Encodes texts for targets and forms, and sometimes wrongly. */
public final class PercentEncoding {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:";

    /** Encodings that are invalid or have a meaning of their own, and characters that have to be encoded. */
    private static final List<String> RAW = List.of(
            "%",
            "%z",
            "%zz",
            "%00",
            "%c3",
            "%c3%28",
            "%ed%a0%80",
            "%f8%88%80%80%80",
            "%ff",
            "%2e%2e",
            "%2e%2e%2f",
            "..",
            "../..",
            "%2f",
            "%5c",
            "%252f",
            ";",
            ";x=y",
            "a;jsessionid=1",
            "[",
            "]",
            "{",
            "}",
            "|",
            "\\",
            "^",
            "`",
            "<",
            ">",
            "\"",
            "\u00e9",
            "\u00c3\u00a9",
            "//",
            "%0d%0aX-Y: z",
            "#",
            "@",
            "&",
            "=",
            "?",
            "*",
            "%20",
            "+",
            "%3b",
            "%25",
            "%u0041",
            "%7f",
            "%01");

    private PercentEncoding() {}

    public static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02x".formatted(b));
            }
        }
        return encoded.toString();
    }

    /** A hostile part of a path or query. */
    public static String hostile(Random random) {
        String text = HostileValues.text(random);
        return random.nextBoolean()
                ? HostileValues.one(RAW, random)
                // A target longer than a header may be is tried on its own.
                : encoded(text.length() > 2_047 ? text.substring(0, 300) : text);
    }
}
