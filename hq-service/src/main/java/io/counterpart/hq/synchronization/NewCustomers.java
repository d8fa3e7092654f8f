package io.counterpart.hq.synchronization;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.duplicate.DuplicateDecision;
import io.counterpart.hq.duplicate.DuplicateDetector;
import io.counterpart.hq.master.CreationInfo;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.ReferenceData;

/** The creations of one conversion: the customers that they produce, and whether HQ already has the same customer. */
final class NewCustomers {

    private final ReferenceData reference;
    private final DuplicateDetector duplicates;
    private final Map<ExternalIdentity, UUID> identities;

    /** @param identities the identities that are in use, with their customers */
    NewCustomers(ReferenceData reference, DuplicateDetector duplicates, Map<ExternalIdentity, UUID> identities) {
        this.reference = reference;
        this.duplicates = duplicates;
        this.identities = new HashMap<>(identities);
    }

    static @Nullable ExternalIdentity identityOf(OpenOperation open) {
        if (open.operation().body() instanceof OperationBody.CreateCustomer creation) {
            return creation.content().externalIdentity();
        }
        return open.operation().body() instanceof OperationBody.LinkIdentity link ? link.identity() : null;
    }

    OperationResult build(OpenOperation open) {
        var origin = CreationInfo.of(open.operation(), open.uploadedAt(), open.stagedAt());
        return MasterCustomer.create(open.operation(), origin, open.told() + 1L, reference);
    }

    DuplicateDecision decide(OpenOperation open, MasterCustomer made) {
        return duplicates.of(made.asyncCustomerId(), made.content(), open.decision());
    }

    /** Registers a new customer; returns the reason if it is rejected. */
    @Nullable Rejected admit(OpenOperation open, MasterCustomer made) {
        Rejected refusal = claimIdentity(open, made.asyncCustomerId());
        if (refusal == null) {
            duplicates.addCreated(made.asyncCustomerId(), made.content());
        }
        return refusal;
    }

    /** Registers the identity that an operation claims; returns the reason if another customer has it. */
    @Nullable Rejected claimIdentity(OpenOperation open, UUID customer) {
        ExternalIdentity identity = identityOf(open);
        UUID owner = identity == null ? null : identities.putIfAbsent(identity, customer);
        return owner == null || owner.equals(customer)
                ? null
                : new Rejected("duplicate-external-identity", "Another customer signs in with the same identity.");
    }

    static Rejected question(DuplicateDecision.NeedsDecision ask) {
        return new Rejected(
                "possible-duplicate",
                "Possible duplicate of %s. Needs review: merge or create as new.".formatted(ask.message()));
    }
}
