package io.counterpart.channel.customer;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;

/** How and where a customer was created. */
@Embeddable
record CreationInfo(
        @Enumerated(EnumType.STRING) CreationMode creationMode,
        @Enumerated(EnumType.STRING) @Nullable AsyncReason asyncReason,
        String createdInChannel,
        String createdInChannelDatabase,
        Instant createdAt) {}
