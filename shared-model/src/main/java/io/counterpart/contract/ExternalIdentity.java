package io.counterpart.contract;

/** The identity that a storefront's sign-in provides for a customer; issuer and subject are unique together. */
public record ExternalIdentity(String issuer, String subject) {}
