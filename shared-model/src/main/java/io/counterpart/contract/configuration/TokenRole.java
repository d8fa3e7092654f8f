package io.counterpart.contract.configuration;

/** The role of the bearer of a token. */
public enum TokenRole {
    TILL,
    STOREFRONT,
    CHANNEL_DATABASE,
    HQ_API
}
