package io.counterpart.hq.master;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AccountNumber;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
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
        if (creation.kind() != OperationKind.CREATE_CUSTOMER || creation.operationNumber() > 1) {
            return new OperationResult.TooEarly();
        }
        CustomerContent content = ((OperationBody.CreateCustomer) creation.body()).content();
        try {
            CustomerContentRules.check(content);
            reference.checkGroup(content.profile().customerGroup());
            reference.checkAffiliations(content.affiliations());
            content.attributes().forEach(reference::checkAttribute);
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
        return new OperationResult.Applied(
                new MasterCustomer(
                        creation.asyncCustomerId(),
                        null,
                        version,
                        origin,
                        content,
                        Map.of(creation.channelDatabase(), creation.operationNumber()),
                        creation.channelDatabase(),
                        Map.of(),
                        reference.dimensionsOf(content.profile().customerGroup()),
                        List.of(),
                        false,
                        UnappliedOperations.NONE),
                List.of());
    }

    /** Why an operation could not take effect if its turn came now; null: it could. */
    public @Nullable Rejected rehearse(CustomerOperation operation, ReferenceData reference) {
        try {
            CustomerContentRules.check(new OperationApplier(this, operation, reference).content());
            return null;
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
    }

    /** Counts an operation as applied that a person wants ignored. */
    public OperationResult skip(CustomerOperation operation) {
        OperationResult turn = checkOrder(operation);
        return turn == null
                ? new OperationResult.Applied(edited(content, operation, null, changedAt), List.of())
                : turn;
    }

    /** Applies the next operation of a channel database; what came before or comes too early changes nothing. */
    public OperationResult apply(CustomerOperation operation, ReferenceData reference) {
        OperationResult turn = checkOrder(operation);
        if (turn != null) {
            return turn;
        }
        if (operation.kind() == OperationKind.CREATE_CUSTOMER) {
            return sentTwice(operation);
        }
        try {
            var edit = new OperationApplier(this, operation, reference);
            return new OperationResult.Applied(after(operation, edit), edit.overridden());
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
    }

    // A till may send its customer to two channel databases; two tills may not give one id to two people.
    private OperationResult sentTwice(CustomerOperation creation) {
        return SamePersonPolicy.in(content, ((OperationBody.CreateCustomer) creation.body()).content())
                ? filled(creation, aliases)
                : new Rejected(
                        "async-customer-id-in-use",
                        "Another customer with different details has this ID. If it is the same person, merge "
                                + "into that customer. If not, create the customer again with a new ID and skip this "
                                + "operation.");
    }

    /** Takes a creation under the id of this customer, of which a person decided that it means the same one. */
    public OperationResult sameAs(CustomerOperation creation) {
        OperationResult turn = checkOrder(creation);
        return turn == null ? filled(creation, aliases) : turn;
    }

    /**
     * Applies an operation whose number another one has used as the next of its channel database. What the database
     * holds is not what its own operations made: from now on its channels take the whole content.
     */
    public OperationResult applyAsNext(CustomerOperation operation, ReferenceData reference) {
        int last = lastOperation(operation);
        MasterCustomer shared = edited(content, operation.withNumber(last), null, changedAt);
        return shared.apply(operation.withNumber(last + 1), reference);
    }

    /** The number of the last operation that was applied of the channel database and customer id of this one. */
    public int lastOperation(CustomerOperation operation) {
        return appliedOperations.getOrDefault(source(operation), 0);
    }

    // Null: it is the operation's turn.
    private @Nullable OperationResult checkOrder(CustomerOperation operation) {
        int applied = lastOperation(operation);
        if (operation.operationNumber() <= applied) {
            return new OperationResult.AlreadyApplied();
        }
        return operation.operationNumber() > applied + 1 ? new OperationResult.TooEarly() : null;
    }

    /** Takes a creation as another id of this customer: what is empty here is filled, nothing is replaced. */
    public OperationResult link(CustomerOperation creation) {
        var known = new ArrayList<>(aliases);
        known.add(creation.asyncCustomerId());
        return filled(creation, known);
    }

    private OperationResult filled(CustomerOperation creation, List<UUID> known) {
        CustomerContent duplicate = ((OperationBody.CreateCustomer) creation.body()).content();
        CustomerContent filled = DuplicateMerge.merge(content, duplicate);
        try {
            CustomerContentRules.check(filled);
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
        var linked = with(accountNumber, version, origin, known, blocked);
        return new OperationResult.Applied(
                linked.edited(filled, creation, null, changedAt), SamePersonPolicy.differences(content, duplicate));
    }

    private MasterCustomer after(CustomerOperation operation, OperationApplier edit) {
        CustomerContent changed = edit.content();
        CustomerContentRules.check(changed);
        boolean ownWork =
                source(operation).equals(unchangedSince) && edit.overridden().isEmpty();
        return edited(changed, operation, ownWork ? unchangedSince : null, edit.changedAt());
    }

    private MasterCustomer edited(
            CustomerContent changed,
            CustomerOperation operation,
            @Nullable String alone,
            Map<String, Instant> changes) {
        var applied = new HashMap<>(appliedOperations);
        applied.put(source(operation), operation.operationNumber());
        return new MasterCustomer(
                asyncCustomerId,
                accountNumber,
                version,
                origin,
                changed,
                applied,
                alone,
                changes,
                financialDimensions,
                aliases,
                blocked,
                unapplied.without(source(operation), operation.operationNumber()));
    }

    // A channel database counts the operations of an id that was linked later apart from those of the customer's own.
    private String source(CustomerOperation operation) {
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

    private MasterCustomer with(long newVersion, Map<String, Instant> times, UnappliedOperations others) {
        return new MasterCustomer(
                asyncCustomerId,
                accountNumber,
                newVersion,
                origin,
                content,
                appliedOperations,
                unchangedSince,
                times,
                financialDimensions,
                aliases,
                blocked,
                others);
    }

    /** The same customer as it is first stored. */
    public MasterCustomer numbered(AccountNumber number, Instant at) {
        return with(number.value(), version, origin.converted(at), aliases, blocked);
    }

    /** The same customer as it is stored after a change. */
    public MasterCustomer nextVersion() {
        return with(accountNumber, version + 1, origin, aliases, blocked);
    }

    /** The same, where {@code before} is what is stored: a version that only tells of refusals is none for editors. */
    public MasterCustomer nextVersion(MasterCustomer before) {
        boolean onlyToldOf = !equals(before) && with(before.unapplied).equals(before);
        return with(version + 1, changedAt, onlyToldOf ? unapplied.noticed() : unapplied);
    }

    /** The same customer, who may or may no longer order and get cards. */
    public MasterCustomer blocked(boolean block) {
        return with(accountNumber, version, origin, aliases, block);
    }

    /** A customer that this database has lost, as HQ's own snapshot told it. */
    public static MasterCustomer restored(CustomerSnapshot snapshot, ReferenceData reference) {
        return new MasterCustomer(
                snapshot.asyncCustomerId(),
                snapshot.accountNumber(),
                snapshot.version(),
                CreationInfo.of(snapshot),
                snapshot.content(),
                snapshot.appliedOperations(),
                snapshot.unchangedSince(),
                Map.of(),
                reference.dimensionsOf(snapshot.content().profile().customerGroup()),
                snapshot.aliases(),
                snapshot.blocked(),
                UnappliedOperations.NONE);
    }

    /** This customer as a newer snapshot of HQ told it. */
    public MasterCustomer restored(CustomerSnapshot newer) {
        var known = new LinkedHashSet<>(aliases);
        known.addAll(newer.aliases());
        return new MasterCustomer(
                asyncCustomerId,
                accountNumber,
                newer.version(),
                origin,
                newer.content(),
                newer.appliedOperations(),
                newer.unchangedSince(),
                changedAt,
                financialDimensions,
                List.copyOf(known),
                newer.blocked(),
                unapplied);
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

    private MasterCustomer with(
            @Nullable String number, long newVersion, CreationInfo newOrigin, List<UUID> newAliases, boolean block) {
        return new MasterCustomer(
                asyncCustomerId,
                number,
                newVersion,
                newOrigin,
                content,
                appliedOperations,
                unchangedSince,
                changedAt,
                financialDimensions,
                newAliases,
                block,
                unapplied);
    }
}
