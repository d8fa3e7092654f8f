package io.counterpart.hq.master;

/** How HQ handles a creation that may duplicate an existing customer. */
public enum DuplicateMode {
    /** Every creation produces a customer. */
    OFF,
    /** The creation fails, and an operator decides. */
    FLAG,
    /** The creation becomes an alias of the customer if the match is certain; otherwise an operator decides. */
    LINK
}
