package io.counterpart.hq.till;

/** The reasons why a till needs attention. */
enum TillIssue {
    /** It was not heard from for too long. */
    SILENT("tills.issue.silent"),
    /** Its oldest unsent item is too old. */
    UNSENT("tills.issue.unsent"),
    /** It has items that it cannot send before they are fixed. */
    REFUSED("tills.issue.refused"),
    /** Its clock is off. */
    CLOCK("tills.issue.clock");

    private final String key;

    TillIssue(String key) {
        this.key = key;
    }

    /** The key of its text. */
    public String key() {
        return key;
    }
}
