package io.counterpart.hq.merge;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;

/** Undoes a merge, in one transaction: the merged customer is a customer of its own again, with its number and IDs. */
@Service
class MergeUndoService {

    private final CustomerSearchService search;
    private final CustomerMasterStore master;
    private final ReferenceDataSource reference;
    private final MergeRepository repository;
    private final MergePublisher publisher;
    private final NumberGate gate;
    private final AuditService audit;
    private final Clock clock;

    MergeUndoService(
            CustomerSearchService search,
            CustomerMasterStore master,
            ReferenceDataSource reference,
            MergeRepository repository,
            MergePublisher publisher,
            NumberGate gate,
            AuditService audit,
            Clock clock) {
        this.search = search;
        this.master = master;
        this.reference = reference;
        this.repository = repository;
        this.publisher = publisher;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Undoes a merge of this customer.
     *
     * @param version of the survivor that the caller has seen
     */
    @Transactional
    public MergeView undo(String customer, UUID id, long version) {
        gate.requireOpen();
        Instant now = clock.instant();
        MergeView merge = find(id, now);
        requireOf(customer, merge);
        repository.lockOpen(List.of(merge.survivor(), merge.merged()));
        MasterCustomer survivor = master.lock(List.of(merge.survivor())).get(merge.survivor());
        MergeState kept = repository.state(id);
        check(find(id, now), survivor, kept);
        MasterCustomer current = Objects.requireNonNull(survivor);
        Versions.require(current.editVersion() == version);
        return undo(merge, current, Objects.requireNonNull(kept), now);
    }

    // The survivor may have been merged into this customer since.
    private void requireOf(String customer, MergeView merge) {
        CustomerSnapshot found = search.one(customer);
        if (!found.asyncCustomerId().equals(merge.survivor())
                && !found.aliases().contains(merge.survivor())) {
            throw HqProblem.CUSTOMER_MERGE_NOT_FOUND.problem();
        }
    }

    private MergeView find(UUID id, Instant now) {
        return repository.find(id, now).orElseThrow(HqProblem.CUSTOMER_MERGE_NOT_FOUND::problem);
    }

    private static void check(MergeView merge, @Nullable MasterCustomer survivor, @Nullable MergeState kept) {
        if (merge.undoneAt() != null) {
            throw MergePolicy.refused("The merge is undone already.");
        }
        if (survivor != null && survivor.isErased()) {
            throw HqProblem.CUSTOMER_ERASED.because("Customer %s was erased.".formatted(survivor.number()));
        }
        if (kept == null || !merge.undoable()) {
            throw MergePolicy.refused("The merge can’t be undone any more: its period has ended.");
        }
        if (survivor == null || !survivor.asyncCustomerId().equals(merge.survivor())) {
            throw MergePolicy.refused("Customer %s was merged into another customer since. Undo that merge first."
                    .formatted(merge.survivorNumber()));
        }
    }

    private MergeView undo(MergeView merge, MasterCustomer now, MergeState kept, Instant at) {
        var undo = new MergeUndo(kept, now, later(kept.merged()), reference.read());
        MasterCustomer survivor =
                withFreeIdentity(undo.survivor(), merge.survivor()).nextVersion();
        MasterCustomer merged =
                withFreeIdentity(undo.merged(repository.published(merge.id()).version() + 1), merge.survivor());
        // The survivor first: its sign-in may be that of the merged customer.
        master.store(List.of(), List.of(new CustomerChange(now, survivor)), at);
        master.restoreMerged(merged, kept.numbers(), at);
        repository.undone(merge.id(), AuditService.actor(), at);
        List<CustomerSnapshot> earlier = master.mergedSnapshots(List.of(merge.merged()));
        publisher.publish(List.of(survivor, merged), null, earlier, merge.merged(), at);
        Map<String, String> detail = Map.of("survivor", merge.survivorNumber(), "merged", merge.mergedNumber());
        audit.note("undo-merge", merge.survivorNumber(), detail);
        audit.note("undo-merge", merge.mergedNumber(), detail);
        return find(merge.id(), at);
    }

    /** What was applied under the IDs of the merged customer since the merge, in the order of its sources. */
    private List<CustomerOperation> later(MasterCustomer merged) {
        List<UUID> ids = Stream.concat(Stream.of(merged.asyncCustomerId()), merged.aliases().stream())
                .toList();
        return repository.applied(ids).stream()
                .filter(it -> it.operationNumber() > merged.lastOperation(it))
                .collect(Collectors.toMap(
                        it -> merged.source(it.asyncCustomerId(), it.channelDatabase()) + " "
                                + "%09d".formatted(it.operationNumber()),
                        it -> it,
                        (one, repeated) -> one,
                        TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(CustomerOperation::operationNumber))
                .toList();
    }

    // Another customer may have signed in with an identity that nobody had since the merge.
    private MasterCustomer withFreeIdentity(MasterCustomer customer, UUID survivor) {
        CustomerContent content = customer.content();
        ExternalIdentity identity = content.externalIdentity();
        UUID owner = identity == null
                ? null
                : master.findIdentityOwners(List.of(identity)).get(identity);
        if (owner == null || owner.equals(survivor)) {
            return customer;
        }
        var without = new CustomerContent(
                content.profile(),
                content.addresses(),
                content.contacts(),
                content.affiliations(),
                content.attributes(),
                null);
        return CustomerMerge.with(
                customer,
                without,
                customer.appliedOperations(),
                customer.changedAt(),
                customer.aliases(),
                customer.unapplied());
    }
}
