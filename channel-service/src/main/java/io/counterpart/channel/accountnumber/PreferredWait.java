package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Prefer} (RFC 7240): {@code wait=N} says how long the caller is willing to wait for the number, and
 * {@code respond-async} that it does not want to wait for HQ.
 */
public final class PreferredWait {

    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");
    private static final Pattern RESPOND_ASYNC = Pattern.compile("(?i)(?:^|[,;\\s])respond-async(?=$|[,;\\s])");
    private static final int MOST_SECONDS = 10;

    private PreferredWait() {}

    /** Whether the caller prefers an asynchronous response. */
    public static boolean isAsync(String prefer) {
        return RESPOND_ASYNC.matcher(prefer).find();
    }

    /** A malformed preference is ignored, as the RFC requires. */
    public static Duration of(String prefer) {
        Matcher wait = WAIT.matcher(prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1))))
                : Duration.ZERO;
    }
}
