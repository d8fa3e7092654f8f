package io.counterpart.hq.master;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AccountNumber;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.OperationResult.Rejected;

/**
 * A customer of the master, immutable.
 *
 * @param accountNumber null only between the creation and the numbering, inside one transaction
 * @param appliedOperations by channel database, the number of its last operation that was applied; operations of an
 *     alias count under {@code <channel database>/<alias>}
 * @param unchangedSince the channel database that alone made this content, if that is so
 * @param changedAt when a field was last changed after the creation, by its name
 * @param unapplied what was refused, and what waits behind it
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
        UnappliedOperations unapplied) {

    /**
     * A new customer, yet without a number.
     *
     * @param version what its first snapshot will have
     */
    public static OperationResult create(
            CustomerOperation creation, CreationInfo origin, long version, ReferenceData reference) {
        return OperationSequence.create(creation, origin, version, reference);
    }

    /** Why an operation could not take effect if its turn came now; null: it could. */
    public @Nullable Rejected rehearse(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).rehearse(operation, reference);
    }

    /** Counts an operation as applied that a person wants ignored. */
    public OperationResult skip(CustomerOperation operation) {
        return new OperationSequence(this).skip(operation);
    }

    /** Applies the next operation of a channel database; what came before or comes too early changes nothing. */
    public OperationResult apply(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).apply(operation, reference);
    }

    /** Takes a creation under the id of this customer, of which a person decided that it means the same one. */
    public OperationResult sameAs(CustomerOperation creation) {
        return new OperationSequence(this).sameAs(creation);
    }

    /** Takes a creation as another id of this customer: what is empty here is filled, nothing is replaced. */
    public OperationResult link(CustomerOperation creation) {
        return new OperationSequence(this).link(creation);
    }

    /**
     * Applies an operation whose number another one has used as the next of its channel database. What the database
     * holds is not what its own operations made: from now on its channels take the whole content.
     */
    public OperationResult applyAsNext(CustomerOperation operation, ReferenceData reference) {
        return new OperationSequence(this).applyAsNext(operation, reference);
    }

    /** The number of the last operation that was applied of the channel database and customer id of this one. */
    public int lastOperation(CustomerOperation operation) {
        return appliedOperations.getOrDefault(source(operation), 0);
    }

    // A channel database counts the operations of an id that was linked later apart from those of the customer's own.
    String source(CustomerOperation operation) {
        return source(operation.asyncCustomerId(), operation.channelDatabase());
    }

    private String source(UUID id, String channelDatabase) {
        return id.equals(asyncCustomerId) ? channelDatabase : channelDatabase + "/" + id;
    }

    /** Notes that an operation is refused, which the channels are told. */
    public MasterCustomer refused(UUID id, String channelDatabase, int number, Rejected refusal) {
        return with(unapplied.failed(source(id, channelDatabase), number, refusal.code(), refusal.message()));
    }

    /** Notes that an operation waits, if it does so behind one that is refused. */
    public MasterCustomer waiting(CustomerOperation operation) {
        return with(unapplied.waiting(source(operation), operation.operationNumber()));
    }

    /** Notes that an operation is not open any more. */
    public MasterCustomer closed(CustomerOperation operation) {
        return with(unapplied.without(source(operation), operation.operationNumber()));
    }

    private MasterCustomer with(UnappliedOperations others) {
        return others.equals(unapplied) ? this : with(version, changedAt, others);
    }

    /**
     * The same customer, of whose fields none was changed after {@code now}: a clock that ran ahead must not beat the
     * edits that follow. A time beyond the skew says nothing and counts as the creation.
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

    /** The same customer as it is first stored. */
    public MasterCustomer numbered(AccountNumber number, Instant at) {
        return with(number.value(), version, origin.converted(at), changedAt, aliases, blocked, unapplied);
    }

    /** The same customer as it is stored after a change. */
    public MasterCustomer nextVersion() {
        return with(version + 1, changedAt, unapplied);
    }

    /** The same, where {@code before} is what is stored: a version that only tells of refusals is none for editors. */
    public MasterCustomer nextVersion(MasterCustomer before) {
        boolean onlyToldOf = !equals(before) && with(before.unapplied).equals(before);
        return with(version + 1, changedAt, onlyToldOf ? unapplied.noticed() : unapplied);
    }

    MasterCustomer withAliases(List<UUID> known) {
        return with(accountNumber, version, origin, changedAt, known, blocked, unapplied);
    }

    /** The same customer, who may or may no longer order and get cards. */
    public MasterCustomer blocked(boolean block) {
        return with(accountNumber, version, origin, changedAt, aliases, block, unapplied);
    }

    /** The number of a customer that has one. */
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
                others);
    }
}
