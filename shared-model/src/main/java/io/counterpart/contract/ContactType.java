package io.counterpart.contract;

/** The type of a secondary contact. */
public enum ContactType {
    EMAIL,
    PHONE
}
