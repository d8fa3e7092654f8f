package io.counterpart.testsupport.requests;

import java.util.List;
import java.util.Random;

/** Values that have broken programs before. */
public final class HostileValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "x\udfff",
            "\uffff",
            "\ufeff",
            "\u202eevil\u202c",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\u0130\u0131\u00df\u1e9e",
            "a\u0301\u0301\u0301",
            "'; drop table customer; --",
            "' or 1=1 --",
            "\\",
            "\\'",
            "\"",
            "%",
            "%s%n%d",
            "_",
            "*",
            "a:* & !b | (",
            "<script>alert(1)</script>",
            "</textarea><img src=x onerror=alert(1)>",
            "${7*7}",
            "__${new java.util.Date()}__::.x",
            "#{7*7}",
            "{0}{1}",
            "'{0",
            "=1+1|cmd",
            "../../etc/passwd",
            "http://127.0.0.1:1/",
            "null",
            "true",
            "[]",
            "{}",
            "NaN",
            "Infinity",
            "-0",
            "-1",
            "0",
            "1e400",
            "1.5",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "0x10",
            "\u0661\u0662\u0663",
            "123456789012345678901234567890123456",
            "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
            "0190a1b2-0000-7000-8000-000000000001",
            "1-1-1-1-1",
            "9999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "* * * * *",
            "0 0 0 29 2 1",
            "{00000000000000000001}",
            "C-{0000001}C-{0000001}",
            "x".repeat(256),
            "word ".repeat(2_000),
            "x".repeat(2_047),
            "\u00e9".repeat(10_000));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e19",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "9".repeat(900));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "5",
            "\"text\"",
            "[]",
            "[[]]",
            "[null]",
            "{",
            "{}",
            "{} {}",
            "{\"a\"",
            "{\"a\\u0000b\": 1}",
            "{\"kind\": 5}",
            "{\"__proto__\": {}}",
            "{\"@class\": \"java.lang.Runtime\"}",
            "\ufeff{}",
            "<a/>",
            "a=b&c=%zz",
            "[".repeat(3_000),
            "[".repeat(400) + "]".repeat(400),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600));

    private HostileValues() {}

    public static String text(Random random) {
        return one(TEXTS, random);
    }

    static String number(Random random) {
        return one(NUMBERS, random);
    }

    static String body(Random random) {
        // One of eight is no UTF-8.
        return random.nextInt(8) == 0 ? "{\"a\":\"\u00c3(\"}" : RawRequest.utf8(one(BODIES, random));
    }

    public static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
