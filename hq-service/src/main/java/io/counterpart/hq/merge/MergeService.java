package io.counterpart.hq.merge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;

/** Merges a customer into another one, in one transaction, and publishes both to all channels. */
@Service
class MergeService {

    private final CustomerSearchService search;
    private final CustomerMasterStore master;
    private final MergePolicy policy;
    private final MergeRepository repository;
    private final MergePublisher publisher;
    private final MergeProperties properties;
    private final NumberGate gate;
    private final AuditService audit;
    private final Clock clock;

    MergeService(
            CustomerSearchService search,
            CustomerMasterStore master,
            MergePolicy policy,
            MergeRepository repository,
            MergePublisher publisher,
            MergeProperties properties,
            NumberGate gate,
            AuditService audit,
            Clock clock) {
        this.search = search;
        this.master = master;
        this.policy = policy;
        this.repository = repository;
        this.publisher = publisher;
        this.properties = properties;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what a merge will do; throws a problem if the two cannot be merged. */
    @Transactional(readOnly = true)
    public MergePreview preview(String survivorId, String mergedId) {
        CustomerSnapshot survivor = search.one(survivorId);
        CustomerSnapshot merged = search.one(mergedId);
        policy.check(survivor, merged, mergedId);
        return MergePreviews.of(
                survivor,
                repository.counts(ids(survivor)),
                merged,
                repository.counts(ids(merged)),
                properties.undoPeriod());
    }

    /** Merges the versions of both customers that the caller has seen. */
    @Transactional
    public MergeView merge(String survivorId, long version, MergeRequest wanted) {
        String mergedId = wanted.merged();
        Long mergedVersion = wanted.mergedVersion();
        if (mergedId == null || mergedId.isBlank()) {
            throw Problem.validation("/merged", "required", "State the customer that is merged.");
        }
        if (mergedVersion == null) {
            throw Problem.validation("/mergedVersion", "required", "State the version of the merged customer.");
        }
        gate.requireOpen();
        CustomerSnapshot one = search.one(survivorId);
        CustomerSnapshot other = search.one(mergedId);
        policy.check(one, other, mergedId);
        repository.lockOpen(List.of(one.asyncCustomerId(), other.asyncCustomerId()));
        Map<UUID, MasterCustomer> locked = master.lock(List.of(one.asyncCustomerId(), other.asyncCustomerId()));
        MasterCustomer survivor = locked(one, version, locked);
        MasterCustomer merged = locked(other, mergedVersion, locked);
        policy.check(survivor.snapshot(), merged.snapshot(), mergedId);
        var taken = policy.taken(survivor.snapshot(), merged.snapshot(), wanted.fields());
        MasterCustomer result = CustomerMerge.merge(survivor, merged, taken).nextVersion();
        policy.checkResult(result);
        return store(survivor, merged, result, List.copyOf(taken));
    }

    // Another merge that was faster has removed the row.
    private static MasterCustomer locked(CustomerSnapshot seen, long version, Map<UUID, MasterCustomer> locked) {
        MasterCustomer customer = locked.get(seen.asyncCustomerId());
        boolean current = customer != null
                && customer.asyncCustomerId().equals(seen.asyncCustomerId())
                && customer.editVersion() == version;
        Versions.require(current);
        return Objects.requireNonNull(customer);
    }

    private MergeView store(MasterCustomer before, MasterCustomer merged, MasterCustomer after, List<String> taken) {
        Instant now = clock.instant();
        UUID survivor = before.asyncCustomerId();
        List<CustomerSnapshot> earlier = master.mergedSnapshots(List.of(merged.asyncCustomerId()));
        List<String> numbers = master.mergedNumbers(merged.asyncCustomerId());
        master.removeMerged(merged, survivor, now);
        master.store(List.of(), List.of(new CustomerChange(before, after)), now);
        CustomerSnapshot published = MergePublisher.mergedInto(merged, survivor);
        var merge = new MergeView(
                UUID.randomUUID(),
                survivor,
                before.number(),
                merged.asyncCustomerId(),
                merged.number(),
                now,
                AuditService.actor(),
                now.plus(properties.undoPeriod()),
                null,
                null,
                true);
        repository.insert(merge, new MergeState(before, after, merged, numbers), published);
        publisher.publish(List.of(after), published, earlier, survivor, now);
        note("merge-customers", merge, Map.of("fieldsOfMerged", taken));
        return merge;
    }

    @Transactional(readOnly = true)
    public List<MergeView> merges(String id) {
        return repository.ofCustomer(search.one(id).asyncCustomerId(), clock.instant());
    }

    private void note(String action, MergeView merge, Map<String, ?> more) {
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("survivor", merge.survivorNumber());
        detail.put("merged", merge.mergedNumber());
        detail.putAll(more);
        audit.note(action, merge.survivorNumber(), detail);
        audit.note(action, merge.mergedNumber(), detail);
    }

    private static List<UUID> ids(CustomerSnapshot customer) {
        var ids = new ArrayList<>(customer.aliases());
        ids.add(customer.asyncCustomerId());
        return ids;
    }
}
