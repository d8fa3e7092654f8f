package io.counterpart.testsupport.authorization;

/** The callers of both services: one column of the authorization table each. */
public enum TableCaller {
    /** Without a token, and without a session or with one that nobody has signed in to. */
    NOBODY("nobody"),
    TILL("TILL"),
    STOREFRONT("STOREFRONT"),
    /** A storefront that may only sign customers in. */
    SIGN_IN_ONLY("SIGN_IN_ONLY"),
    CUSTOMER("CUSTOMER"),
    CHANNEL_DATABASE("CHANNEL_DATABASE"),
    HQ_API("HQ_API"),
    /** The metrics collector. */
    SCRAPER("SCRAPER"),
    // Users of HQ: each role includes the previous one.
    VIEWER("VIEWER"),
    OPERATOR("OPERATOR"),
    ADMIN("ADMIN");

    private final String column;

    TableCaller(String column) {
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
