package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer as one database stores it.
 *
 * @param marker its last name
 * @param fields the profile fields that the workload sets or edits
 * @param parts by their kind, the streets of its addresses in use and the values of its contacts, in any order
 * @param pending operations that are still in progress, according to this database
 */
public record StoredCustomer(
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        String marker,
        Map<String, String> fields,
        Map<String, List<String>> parts,
        int pending) {}
