package io.counterpart.hq.synchronization;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Origin;
import io.counterpart.hq.customer.ReferenceData;
import io.counterpart.hq.duplicate.Duplicates;
import io.counterpart.hq.duplicate.Verdict;

/** The creations of one conversion: what each would make, and whether it is somebody whom HQ has already. */
final class Newcomers {

    private final ReferenceData reference;
    private final Duplicates duplicates;
    private final Map<ExternalIdentity, UUID> identities;

    /**
     * @param identities whose they are that somebody has already
     */
    Newcomers(ReferenceData reference, Duplicates duplicates, Map<ExternalIdentity, UUID> identities) {
        this.reference = reference;
        this.duplicates = duplicates;
        this.identities = new HashMap<>(identities);
    }

    /** The identity that an operation claims for its customer. */
    static @Nullable ExternalIdentity identityOf(OpenOperation open) {
        if (open.operation().body() instanceof OperationBody.CreateCustomer creation) {
            return creation.content().externalIdentity();
        }
        return open.operation().body() instanceof OperationBody.LinkIdentity link ? link.identity() : null;
    }

    /** The customer that a creation would make. */
    Application made(OpenOperation open) {
        var origin = Origin.of(open.operation(), open.uploadedAt(), open.stagedAt());
        return MasterCustomer.create(open.operation(), origin, open.told() + 1L, reference);
    }

    Verdict verdict(OpenOperation open, MasterCustomer made) {
        return duplicates.of(made.asyncCustomerId(), made.content(), open.decision());
    }

    /** Notes that a customer is made; the reason if it cannot be. */
    @Nullable Refused admit(OpenOperation open, MasterCustomer made) {
        Refused refusal = claimIdentity(open, made.asyncCustomerId());
        if (refusal == null) {
            duplicates.made(made.asyncCustomerId(), made.content());
        }
        return refusal;
    }

    /** Notes whose the identity is that an operation claims; the reason if it is somebody else's. */
    @Nullable Refused claimIdentity(OpenOperation open, UUID customer) {
        ExternalIdentity identity = identityOf(open);
        UUID owner = identity == null ? null : identities.putIfAbsent(identity, customer);
        return owner == null || owner.equals(customer)
                ? null
                : new Refused("duplicate-external-identity", "Another customer signs in with the same identity.");
    }

    /** What a person has to decide about a possible duplicate. */
    static Refused question(Verdict.Ask ask) {
        return new Refused(
                "possible-duplicate",
                "This may be the same customer as %s. Somebody has to decide: create it anyway, or link it."
                        .formatted(ask.words()));
    }
}
