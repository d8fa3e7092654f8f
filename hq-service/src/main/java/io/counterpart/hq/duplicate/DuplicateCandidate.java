package io.counterpart.hq.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

/**
 * A customer of the master whom somebody new may be.
 *
 * @param profile with the names, the email and the phone only
 */
public record DuplicateCandidate(
        UUID asyncCustomerId,
        String accountNumber,
        CustomerProfile profile,
        @Nullable ExternalIdentity identity) {}
