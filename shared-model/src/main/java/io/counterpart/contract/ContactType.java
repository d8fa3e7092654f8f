package io.counterpart.contract;

/** What kind of electronic address a secondary contact is. */
public enum ContactType {
    EMAIL,
    PHONE
}
