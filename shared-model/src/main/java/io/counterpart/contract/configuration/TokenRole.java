package io.counterpart.contract.configuration;

/** What the bearer of a token is. */
public enum TokenRole {
    TILL,
    STOREFRONT,
    CHANNEL_DATABASE,
    HQ_API
}
