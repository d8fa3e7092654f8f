package io.counterpart.testsupport.authorization;

/** The callers of both services: one column of the authorization table each. */
public enum CallerRole {
    /** Without a token, and without a session or with one that nobody has signed in to. */
    NOBODY("nobody"),
    TILL("TILL"),
    STOREFRONT("STOREFRONT"),
    CHANNEL_DATABASE("CHANNEL_DATABASE"),
    HQ_API("HQ_API"),
    // Users of HQ: each role includes the previous one.
    VIEWER("VIEWER"),
    OPERATOR("OPERATOR"),
    ADMIN("ADMIN");

    private final String column;

    CallerRole(String column) {
        this.column = column;
    }

    public String column() {
        return column;
    }

    /** Whether this is a user of HQ, who has a session instead of a token. */
    public boolean isUser() {
        return compareTo(VIEWER) >= 0;
    }
}
