package io.counterpart.hq.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

/**
 * A customer of the master that a new customer may duplicate.
 *
 * @param profile contains only names, email and phone
 */
public record DuplicateCandidate(
        UUID asyncCustomerId,
        String accountNumber,
        CustomerProfile profile,
        @Nullable ExternalIdentity identity) {}
