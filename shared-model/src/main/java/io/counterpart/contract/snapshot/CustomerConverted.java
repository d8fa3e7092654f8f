package io.counterpart.contract.snapshot;

import java.time.Instant;
import java.util.UUID;

/** Public event: the customer with this async customer id has received this account number. */
public record CustomerConverted(
        int schemaVersion, UUID asyncCustomerId, String accountNumber, String channel, Instant convertedAt) {

    public static final int SCHEMA_VERSION = 1;
}
