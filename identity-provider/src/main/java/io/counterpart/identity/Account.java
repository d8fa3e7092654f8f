package io.counterpart.identity;

/**
 * The account of a person.
 *
 * @param id the subject of its tokens
 * @param confirmationCode the secret of the link that confirms the email
 */
record Account(
        String id,
        String email,
        String firstName,
        String lastName,
        String passwordHash,
        boolean emailConfirmed,
        String confirmationCode) {

    Account confirmed() {
        return new Account(id, email, firstName, lastName, passwordHash, true, confirmationCode);
    }
}
