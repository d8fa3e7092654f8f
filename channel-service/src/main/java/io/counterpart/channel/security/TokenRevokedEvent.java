package io.counterpart.channel.security;

/**
 * HQ revoked an access token; published while the revocation is applied.
 *
 * @param sha256 the hash of the token
 */
public record TokenRevokedEvent(String sha256) {}
