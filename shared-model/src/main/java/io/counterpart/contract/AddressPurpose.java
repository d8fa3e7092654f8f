package io.counterpart.contract;

/** The purpose of an address. */
public enum AddressPurpose {
    NONE,
    INVOICE,
    DELIVERY,
    SWIFT,
    PAYMENT,
    SERVICE,
    HOME,
    OTHER,
    BUSINESS,
    REMIT_TO,
    THIRD_PARTY_SHIPPING,
    STATEMENT,
    FIXED_ASSET,
    ONE_TIME,
    RECRUIT,
    SMS
}
