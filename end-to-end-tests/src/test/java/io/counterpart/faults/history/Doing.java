package io.counterpart.faults.history;

import java.util.Map;

/** What a client wants of a customer. The marker is the customer's last name: unique, never edited, seen everywhere. */
public sealed interface Doing {

    String marker();

    /** A customer is taken on, by whichever door. */
    record Create(String marker, Map<String, String> fields) implements Doing {}

    /** One field of the profile gets a value that no other edit uses. */
    record Edit(String marker, String field, String value) implements Doing {}

    /** An address is added, in a street that no other address is in. */
    record AddAddress(String marker, String street) implements Doing {}
}
