package io.counterpart.contract;

/** What a customer is; decides which names are needed and which purpose a new address gets. */
public enum CustomerType {
    PERSON,
    ORGANIZATION
}
