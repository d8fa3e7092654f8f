package io.counterpart.support.security;

/** A caller that was authenticated by a token. */
public interface TokenOwner {

    /** The SHA-256 of the token. */
    String token();
}
