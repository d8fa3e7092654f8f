package io.counterpart.channel.duplicate;

/** What a customer has in common with the one that is being entered. */
enum DuplicateReason {
    EMAIL,
    PHONE,
    /** The name, and the postal code of one of the addresses. */
    NAME_AND_POSTCODE,
    NAME
}
