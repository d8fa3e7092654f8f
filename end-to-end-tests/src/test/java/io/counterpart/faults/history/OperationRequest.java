package io.counterpart.faults.history;

import java.util.Map;

/**
 * An operation that a client requests for a customer. The marker is the customer's last name: unique, never edited,
 * visible everywhere.
 */
public sealed interface OperationRequest {

    String marker();

    /** Creates a customer, through any endpoint. */
    record Create(String marker, Map<String, String> fields) implements OperationRequest {}

    /** Sets one field of the profile to a value that no other edit uses. */
    record Edit(String marker, String field, String value) implements OperationRequest {}

    /** Reads a field after an edit, with the value that was returned. */
    record Read(String marker, String field, String value) implements OperationRequest {}

    /** Adds an address, identified by a unique street, or a contact with a unique value. */
    record AddPart(String marker, String part, String value) implements OperationRequest {}
}
