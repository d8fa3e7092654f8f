package io.counterpart.support.web;

/** Checks targets of redirects that a browser has sent: a forged one must not lead to another site. */
public final class SitePath {

    private SitePath() {}

    /** Whether the target is a path, and not the start of a host name. */
    public static boolean isOfThisSite(String target) {
        return target.startsWith("/")
                && !target.startsWith("//")
                && target.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
