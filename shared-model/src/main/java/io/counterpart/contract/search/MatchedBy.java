package io.counterpart.contract.search;

/** The values of a customer by which a search finds it. */
public enum MatchedBy {
    ACCOUNT_NUMBER,
    ASYNC_CUSTOMER_ID,
    NAME,
    EMAIL,
    PHONE,
    SECONDARY_EMAIL,
    SECONDARY_PHONE,
    /** The postal code of an address. */
    ADDRESS,
    LOYALTY_CARD
}
