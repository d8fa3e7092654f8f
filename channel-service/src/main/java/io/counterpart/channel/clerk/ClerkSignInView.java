package io.counterpart.channel.clerk;

/**
 * The answer to the sign-in of a clerk.
 *
 * @param dataKey 32 random bytes in Base64, with which the till encrypts customer data: the same for all its clerks, as
 *     long as its token is valid
 */
record ClerkSignInView(ClerkView clerk, String dataKey) {

    // The key must not get into a log with the response.
    @Override
    public String toString() {
        return "ClerkSignInView[clerk=" + clerk.id() + "]";
    }
}
