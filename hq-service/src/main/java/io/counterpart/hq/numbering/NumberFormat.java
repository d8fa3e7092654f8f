package io.counterpart.hq.numbering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A format such as {@code C-{0000001}}: the braces define the position of the number and its minimum number of digits.
 */
record NumberFormat(String before, int digits, String after) {

    // More digits do not fit into a long.
    private static final int LONGEST = 18;
    private static final Pattern FORMAT = Pattern.compile("([^{}]*)\\{([0-9]+)}([^{}]*)");

    static boolean isOne(@Nullable String format) {
        return format != null && FORMAT.matcher(format).matches();
    }

    static NumberFormat of(String format) {
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            throw new IllegalStateException("'%s' is not a format of a number sequence".formatted(format));
        }
        return new NumberFormat(matcher.group(1), matcher.group(2).length(), matcher.group(3));
    }

    String format(long number) {
        String plain = Long.toString(number);
        // Measured: a Formatter took 6 % of the time of Synchronize.
        return before + "0".repeat(Math.max(0, digits - plain.length())) + plain + after;
    }

    /** The number in a text of this format; -1: the text has another format. */
    long parse(String text) {
        int end = text.length() - after.length();
        if (end <= before.length()
                || end - before.length() > LONGEST
                || !text.startsWith(before)
                || !text.endsWith(after)) {
            return -1;
        }
        String plain = text.substring(before.length(), end);
        if (!plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        long number = Long.parseLong(plain);
        return format(number).equals(text) ? number : -1;
    }
}
