package io.counterpart.contract;

/** The type of a customer, which determines the required names and the default purpose of a new address. */
public enum CustomerType {
    PERSON,
    ORGANIZATION
}
