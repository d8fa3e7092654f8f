package io.counterpart.contract.snapshot;

import java.time.Instant;
import java.util.UUID;

/** Public news: the customer with this async id has this account number from now on. */
public record CustomerConverted(
        int schemaVersion, UUID asyncCustomerId, String accountNumber, String channel, Instant convertedAt) {

    public static final int SCHEMA_VERSION = 1;
}
