package io.counterpart.faults.history;

import java.util.Map;

/** What a client wants of a customer. The marker is the customer's last name: unique, never edited, seen everywhere. */
public sealed interface Doing {

    String marker();

    /** A customer is taken on, by whichever door. */
    record Create(String marker, Map<String, String> fields) implements Doing {}

    /** One field of the profile gets a value that no other edit uses. */
    record Edit(String marker, String field, String value) implements Doing {}

    /** Whoever edited a field looks what it holds, and sees this. */
    record Look(String marker, String field, String value) implements Doing {}

    /** An address, known by a street that no other is in, or a contact with a value of its own is added. */
    record AddPart(String marker, String part, String value) implements Doing {}
}
