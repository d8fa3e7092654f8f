package io.counterpart.faults.history;

import java.util.Map;

/** What a client wants of a customer. The marker is the customer's last name: unique, never edited, seen everywhere. */
public sealed interface OperationRequest {

    String marker();

    /** A customer is taken on, by whichever door. */
    record Create(String marker, Map<String, String> fields) implements OperationRequest {}

    /** One field of the profile gets a value that no other edit uses. */
    record Edit(String marker, String field, String value) implements OperationRequest {}

    /** Whoever edited a field looks what it holds, and sees this. */
    record Read(String marker, String field, String value) implements OperationRequest {}

    /** An address, known by a street that no other is in, or a contact with a value of its own is added. */
    record AddPart(String marker, String part, String value) implements OperationRequest {}
}
