package io.counterpart.channel.edit;

import java.util.List;

/** Bodies that no endpoint may accept, and that may harm none. */
final class BadBodies {

    static final List<String> ALL = List.of(
            "",
            "null",
            "5",
            "true",
            "\"text\"",
            "[[]]",
            "[{}]",
            "[5]",
            "{",
            "{\"a\"",
            "{} {}",
            "{\"nonsense\": 1}",
            "{\"nonsense\": {\"deep\": [1, 2]}}",
            "{\"__proto__\": {}}",
            "{\"\": \"\"}",
            "{\"a\\u0000b\": \"x\"}",
            "{\"lastName\": {\"a\": 1}, \"street\": {\"a\": 1}, \"value\": {\"a\": 1}, \"shoeSize\": {\"a\": 1}}",
            "{\"city\": 5}",
            "{\"value\": 5}",
            "{\"lastName\": 5}",
            "{\"lastName\": \"a\\u0000b\"}",
            "{\"street\": \"a\\u0000b\"}",
            "{\"value\": \"a\\u0000b\"}",
            "{\"colour\": \"a\\u0000b\"}",
            "{\"lastName\": \"\\ud800\"}",
            "{\"city\": \"\\ud800\"}",
            "{\"shoeSize\": 1e999999999}",
            "{\"shoeSize\": 99999999999999999999999999999999999999999999999999}",
            "{\"shoeSize\": " + "9".repeat(2000) + "}",
            "{\"height\": 1e-999999999}",
            "{\"primary\": \"yes\"}",
            "{\"primary\": 2}",
            "{\"type\": \"ROBOT\"}",
            "{\"type\": 0}",
            "{\"purpose\": \"PARTY\"}",
            "{\"marketingConsent\": \"perhaps\"}",
            "{\"email\": \"nobody\"}",
            "{\"country\": \"Utopia\"}",
            "{\"lastName\": \"x\", \"lastName\": \"y\"}",
            "[".repeat(5000) + "]".repeat(5000),
            "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
            "[\"" + "x".repeat(10_000) + "\"]",
            "{\"lastName\": \"" + "x".repeat(10_000) + "\"}",
            "{\"street\": \"" + "x".repeat(10_000) + "\"}",
            "{\"value\": \"" + "x".repeat(10_000) + "\", \"type\": \"EMAIL\"}",
            "{\"" + "x".repeat(10_000) + "\": 1}");

    private BadBodies() {}
}
