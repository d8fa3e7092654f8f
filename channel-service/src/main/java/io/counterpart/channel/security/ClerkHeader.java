package io.counterpart.channel.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.counterpart.contract.Limits;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.problem.StandardProblem;

/** The header that names the clerk: a header can only have ASCII characters, so others are percent-encoded (UTF-8). */
final class ClerkHeader {

    static final String NAME = "Counterpart-Clerk";

    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E&&[^%]]*(%[0-9A-Fa-f]{2}[\\x20-\\x7E&&[^%]]*)*");
    // Each character has at most four bytes of three characters.
    private static final int LONGEST = 12 * Limits.CLERK;

    private ClerkHeader() {}

    /** Throws a problem unless the value is a name that can be stored. */
    static String read(String header) {
        if (header.length() <= LONGEST && FORM.matcher(header).matches()) {
            String clerk = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
            boolean valid = !clerk.isEmpty()
                    && clerk.codePointCount(0, clerk.length()) <= Limits.CLERK
                    && clerk.indexOf('\uFFFD') < 0
                    && !ValueRules.hasUnprintable(clerk);
            if (valid) {
                return clerk;
            }
        }
        throw StandardProblem.MALFORMED_REQUEST.because(
                "%s must be a name or number of 1 to %d characters; other than ASCII characters are percent-encoded."
                        .formatted(NAME, Limits.CLERK));
    }
}
