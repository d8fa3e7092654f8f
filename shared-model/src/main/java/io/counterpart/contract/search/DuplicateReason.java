package io.counterpart.contract.search;

/** What two customers that may be one have in common. */
public enum DuplicateReason {
    EMAIL,
    PHONE,
    /** The name, and the postal code of one of the addresses. */
    NAME_AND_POSTCODE,
    NAME
}
