package io.counterpart.contract;

/** Whom a storefront's sign-in says the customer is: unique together. */
public record ExternalIdentity(String issuer, String subject) {}
