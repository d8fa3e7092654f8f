package io.counterpart.hq.master;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.OperationResult.Rejected;

/**
 * A customer of the master, immutable.
 *
 * @param accountNumber null only between creation and numbering, within one transaction
 * @param appliedOperations the number of the last applied operation by channel database; operations of an alias count
 * under {@code <channel database>/<alias>}
 * @param unchangedSince the channel database that is the only source of this content, or null
 * @param changedAt time of the last change after the creation, by field name
 * @param unapplied the rejected operations, and those that wait for them
 * @param erasedAt when its personal data were erased; null: not erased
 */
public record MasterCustomer(
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        long version,
        CreationInfo origin,
        CustomerContent content,
        Map<String, Integer> appliedOperations,
        @Nullable String unchangedSince,
        Map<String, Instant> changedAt,
        Map<String, Object> financialDimensions,
        List<UUID> aliases,
        boolean blocked,
        UnappliedOperations unapplied,
        @Nullable Instant erasedAt) {

    /**
     * A new customer without an account number.
     *
     * @param version the version of its first snapshot
     */
    public static OperationResult create(
            CustomerOperation creation, CreationInfo origin, long version, ReferenceData reference) {
        return OperationSequence.create(creation, origin, version, reference);
    }

    /** The reason that would reject the operation if it were the next one; null: it could be applied. */
    public @Nullable Rejected rehearse(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).rehearse(operation, reference);
    }

    /** Counts an operation as applied that an operator decided to ignore. */
    public OperationResult skip(CustomerOperation operation) {
        return new OperationSequence(this).skip(operation);
    }

    /**
     * Applies the next operation of a channel database; an operation that is applied already or too early changes
     * nothing.
     */
    public OperationResult apply(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).apply(operation, reference);
    }

    /** Merges a creation with this customer's ID after an operator decided that both are the same customer. */
    public OperationResult sameAs(CustomerOperation creation) {
        return new OperationSequence(this).sameAs(creation);
    }

    /** Adds a creation as an alias: empty fields are filled, existing values are not replaced. */
    public OperationResult link(CustomerOperation creation) {
        return new OperationSequence(this).link(creation);
    }

    /**
     * Applies an operation whose number another operation has used as the next one of its channel database. The content
     * of that database differs from what its own operations produce, so its channels take the complete content from now
     * on.
     */
    public OperationResult applyAsNext(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).applyAsNext(operation, reference);
    }

    /** The number of the last applied operation with the channel database and customer ID of the given one. */
    public int lastOperation(CustomerOperation operation) {
        return appliedOperations.getOrDefault(source(operation), 0);
    }

    // A channel database numbers the operations of an alias separately from those of the customer's own ID.
    String source(CustomerOperation operation) {
        return source(operation.asyncCustomerId(), operation.channelDatabase());
    }

    /** The key in {@code appliedOperations} of operations that a channel database made under an ID. */
    public String source(UUID id, String channelDatabase) {
        return id.equals(asyncCustomerId) ? channelDatabase : channelDatabase + "/" + id;
    }

    /** Records that an operation was rejected, for publication to the channels. */
    public MasterCustomer refused(UUID id, String channelDatabase, int number, Rejected refusal) {
        return with(unapplied.failed(source(id, channelDatabase), number, refusal.code(), refusal.message()));
    }

    /** Records that an operation waits, if it waits for a rejected one. */
    public MasterCustomer waiting(CustomerOperation operation) {
        return with(unapplied.waiting(source(operation), operation.operationNumber()));
    }

    /** Records that an operation is no longer open. */
    public MasterCustomer closed(CustomerOperation operation) {
        return with(unapplied.without(source(operation), operation.operationNumber()));
    }

    private MasterCustomer with(UnappliedOperations others) {
        return others.equals(unapplied) ? this : with(version, changedAt, others);
    }

    /**
     * Limits the change times of the fields to {@code now}: a fast clock must not win against later edits. A time
     * beyond the clock skew is unusable and is replaced by the creation time.
     */
    public MasterCustomer withTimesUpTo(Instant now, Duration skew) {
        if (changedAt.values().stream().noneMatch(now::isBefore)) {
            return this;
        }
        Map<String, Instant> times = FieldMerge.timesUpTo(now, skew, changedAt, origin.createdAt());
        return with(version, times, unapplied);
    }

    /** The version that editors at HQ compare. */
    public long editVersion() {
        return version - unapplied.notices();
    }

    /** The customer with its account number, as it is stored first. */
    public MasterCustomer numbered(String number, Instant at) {
        return with(number, version, origin.converted(at), changedAt, aliases, blocked, unapplied);
    }

    public MasterCustomer nextVersion() {
        return with(version + 1, changedAt, unapplied);
    }

    /** The same after the stored state; a version that only publishes rejections does not count for editors. */
    public MasterCustomer nextVersion(MasterCustomer before) {
        boolean onlyToldOf = !equals(before) && with(before.unapplied).equals(before);
        return with(version + 1, changedAt, onlyToldOf ? unapplied.noticed() : unapplied);
    }

    MasterCustomer withAliases(List<UUID> known) {
        return with(accountNumber, version, origin, changedAt, known, blocked, unapplied);
    }

    /** The customer without personal data, see {@link MasterSnapshot#erased}. */
    public MasterCustomer erased(Instant at, Map<String, Integer> closed) {
        return MasterSnapshot.erased(this, at, closed);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** Counts an operation that arrived after the erasure; it has no effect. */
    public MasterCustomer closedAfterErasure(CustomerOperation operation) {
        return erased(Objects.requireNonNull(erasedAt), Map.of(source(operation), operation.operationNumber()));
    }

    public MasterCustomer blocked(boolean block) {
        return with(accountNumber, version, origin, changedAt, aliases, block, unapplied);
    }

    public String number() {
        if (accountNumber == null) {
            throw new IllegalStateException("Customer %s has no number yet".formatted(asyncCustomerId));
        }
        return accountNumber;
    }

    public CustomerSnapshot snapshot() {
        return MasterSnapshot.of(this);
    }

    private MasterCustomer with(long newVersion, Map<String, Instant> times, UnappliedOperations others) {
        return with(accountNumber, newVersion, origin, times, aliases, blocked, others);
    }

    private MasterCustomer with(
            @Nullable String number,
            long newVersion,
            CreationInfo newOrigin,
            Map<String, Instant> times,
            List<UUID> newAliases,
            boolean block,
            UnappliedOperations others) {
        return new MasterCustomer(
                asyncCustomerId,
                number,
                newVersion,
                newOrigin,
                content,
                appliedOperations,
                unchangedSince,
                times,
                financialDimensions,
                newAliases,
                block,
                others,
                erasedAt);
    }
}
