package io.counterpart.channel.duplicate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.contract.CustomerType;

/**
 * The part of a creation that has been entered so far; unfinished values are allowed.
 *
 * @param addresses only their postal codes are compared
 */
record DuplicateCheckRequest(
        @Nullable CustomerType type,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable List<@Nullable AddressEntry> addresses) {}
