package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Prefer: wait=N} (RFC 7240): how long the caller is willing to wait for the account number. */
public final class PreferredWait {

    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");
    private static final int MOST_SECONDS = 10;

    private PreferredWait() {}

    /** A malformed preference is ignored, as the RFC requires. */
    public static Duration of(String prefer) {
        Matcher wait = WAIT.matcher(prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1))))
                : Duration.ZERO;
    }
}
