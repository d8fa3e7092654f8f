package io.counterpart.hq.master;

/** What becomes of a creation that may be a customer whom HQ has already. */
public enum DuplicateMode {
    /** Every creation makes a customer. */
    OFF,
    /** It fails, and a person decides. */
    FLAG,
    /** It becomes another id of the customer where that is certain; where it is not, a person decides. */
    LINK
}
