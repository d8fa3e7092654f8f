package io.counterpart.hq.master;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Converts a customer of the master to the snapshot that is published to the channels, and back. */
public final class MasterSnapshot {

    private MasterSnapshot() {}

    static CustomerSnapshot of(MasterCustomer customer) {
        CreationInfo origin = customer.origin();
        UnappliedOperations unapplied = customer.unapplied();
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                customer.version(),
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.aliases(),
                SyncStatus.SYNCED,
                origin.channel(),
                origin.channelDatabase(),
                origin.creationMode(),
                origin.asyncReason(),
                origin.createdAt(),
                origin.uploadedAt(),
                origin.stagedAt(),
                origin.convertedAt(),
                customer.appliedOperations(),
                customer.unchangedSince(),
                null,
                customer.blocked(),
                customer.content(),
                unapplied.operations(),
                unapplied.notices() == 0 ? null : customer.editVersion(),
                customer.changedAt().isEmpty() ? null : customer.changedAt(),
                customer.erasedAt(),
                null);
    }

    /** Restores a customer that this database has lost from a snapshot that HQ published. */
    public static MasterCustomer restore(CustomerSnapshot snapshot, ReferenceData reference) {
        return new MasterCustomer(
                snapshot.asyncCustomerId(),
                snapshot.accountNumber(),
                snapshot.version(),
                CreationInfo.of(snapshot),
                snapshot.content(),
                snapshot.appliedOperations(),
                snapshot.unchangedSince(),
                Objects.requireNonNullElse(snapshot.changedAt(), Map.of()),
                reference.dimensionsOf(snapshot.content().profile().customerGroup()),
                snapshot.aliases(),
                snapshot.blocked(),
                UnappliedOperations.NONE,
                snapshot.erasedAt());
    }

    /** Restores a customer from a newer snapshot that HQ published. */
    public static MasterCustomer restore(MasterCustomer customer, CustomerSnapshot newer) {
        var known = new LinkedHashSet<>(customer.aliases());
        known.addAll(newer.aliases());
        return new MasterCustomer(
                customer.asyncCustomerId(),
                customer.accountNumber(),
                newer.version(),
                customer.origin(),
                newer.content(),
                newer.appliedOperations(),
                newer.unchangedSince(),
                Objects.requireNonNullElse(newer.changedAt(), customer.changedAt()),
                newer.isErased() ? Map.of() : customer.financialDimensions(),
                List.copyOf(known),
                newer.blocked(),
                newer.isErased() ? UnappliedOperations.NONE : customer.unapplied(),
                newer.erasedAt());
    }

    /**
     * Returns a customer without personal data: IDs, account number, origin and the numbers of its operations remain. It
     * is blocked, so that an instance of an earlier version creates no order either.
     *
     * @param at an erasure that was carried out before keeps its time
     * @param closed the numbers of open operations that are closed without effect, as in {@code appliedOperations}
     */
    static MasterCustomer erased(MasterCustomer customer, Instant at, Map<String, Integer> closed) {
        var applied = new HashMap<>(customer.appliedOperations());
        closed.forEach((source, number) -> applied.merge(source, number, Math::max));
        return new MasterCustomer(
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.version(),
                customer.origin(),
                CustomerContent.empty(customer.content().profile().type()),
                applied,
                null,
                Map.of(),
                Map.of(),
                customer.aliases(),
                true,
                UnappliedOperations.NONE,
                Objects.requireNonNullElse(customer.erasedAt(), at));
    }
}
