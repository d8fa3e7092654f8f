package io.counterpart.hq.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.MasterSnapshot;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.privacy.PersonalDataEraser;
import io.counterpart.hq.privacy.PersonalDataEraser.Begun;

/**
 * Restores lost customers to the master, one batch per transaction, and publishes each with a version above all earlier
 * ones.
 */
@Component
class RecoveryBatch {

    private static final Logger log = LoggerFactory.getLogger(RecoveryBatch.class);

    private final LostCustomerRepository lost;
    private final RecoveryRepository recoveries;
    private final CustomerMasterStore master;
    private final ReferenceDataSource reference;
    private final DistributionLogWriter distribution;
    private final PersonalDataEraser eraser;
    private final Clock clock;

    RecoveryBatch(
            LostCustomerRepository lost,
            RecoveryRepository recoveries,
            CustomerMasterStore master,
            ReferenceDataSource reference,
            DistributionLogWriter distribution,
            PersonalDataEraser eraser,
            Clock clock) {
        this.lost = lost;
        this.recoveries = recoveries;
        this.master = master;
        this.reference = reference;
        this.distribution = distribution;
        this.eraser = eraser;
        this.clock = clock;
    }

    /** Returns how many customers it processed; 0: all are done. */
    @Transactional
    public int run(UUID recovery, int size) {
        List<CustomerSnapshot> taken = lost.take(size);
        if (taken.isEmpty()) {
            return 0;
        }
        mergeAgain(taken.stream().filter(CustomerSnapshot::isMerged).toList());
        List<CustomerSnapshot> snapshots =
                taken.stream().filter(it -> !it.isMerged()).toList();
        Map<UUID, MasterCustomer> found = master.lock(ids(snapshots));
        List<CustomerSnapshot> missing = snapshots.stream()
                .filter(it -> !found.containsKey(it.asyncCustomerId()))
                .toList();
        List<MasterCustomer> created = created(missing);
        List<CustomerChange> changed = changed(snapshots, found);
        store(recovery, created, changed, missing.size() - created.size());
        return taken.size();
    }

    // A merge that was lost with the restore: the database has the merged customer again. Its survivor brings the
    // aliases.
    private void mergeAgain(List<CustomerSnapshot> merged) {
        Map<UUID, MasterCustomer> present = merged.isEmpty() ? Map.of() : master.find(ids(merged));
        for (CustomerSnapshot each : merged) {
            MasterCustomer here = present.get(each.asyncCustomerId());
            UUID survivor = Objects.requireNonNull(each.mergedInto());
            if (here == null) {
                master.leadNumber(Objects.requireNonNull(each.accountNumber()), survivor);
            } else if (here.version() <= each.version()) {
                master.removeMerged(here, survivor, clock.instant());
            }
        }
    }

    private void store(UUID recovery, List<MasterCustomer> created, List<CustomerChange> changed, int conflicts) {
        Instant now = clock.instant();
        var versions = new HashMap<UUID, Long>();
        changed.forEach(
                it -> versions.put(it.after().asyncCustomerId(), it.after().version() - 1));
        master.advance(versions);
        // An erasure that was lost with the restore: the database has the data of these customers again.
        List<Begun> erasures = changed.stream()
                .filter(it -> it.after().isErased() && !it.before().isErased())
                .map(it -> eraser.begin(it.before().snapshot()))
                .toList();
        master.store(created, changed, now);
        erasures.forEach(eraser::finish);
        created.stream().filter(MasterCustomer::isErased).forEach(it -> eraser.finish(eraser.begin(it.snapshot())));
        var all = new ArrayList<>(created);
        changed.forEach(it -> all.add(it.after()));
        distribution.appendSnapshots(all.stream().map(MasterCustomer::snapshot).toList(), now);
        int reopened =
                lost.reopen(all.stream().map(MasterCustomer::asyncCustomerId).toList(), now);
        recoveries.count(recovery, created.size(), changed.size(), conflicts, reopened);
    }

    // If another customer has the account number here, it was assigned again before the restore was detected: that
    // customer keeps it.
    private List<MasterCustomer> created(List<CustomerSnapshot> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Set<String> numbers = missing.stream()
                .map(it -> Objects.requireNonNull(it.accountNumber()))
                .collect(Collectors.toSet());
        Set<String> given = master.findLocked(numbers).stream()
                .map(MasterCustomer::number)
                .collect(Collectors.toCollection(HashSet::new));
        Map<ExternalIdentity, UUID> identities = master.findIdentityOwners(missing.stream()
                .map(it -> it.content().externalIdentity())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        ReferenceData data = reference.read();
        var created = new ArrayList<MasterCustomer>();
        for (CustomerSnapshot snapshot : missing) {
            ExternalIdentity identity = snapshot.content().externalIdentity();
            if (given.add(Objects.requireNonNull(snapshot.accountNumber()))
                    && isFree(identity, snapshot.asyncCustomerId(), identities)) {
                created.add(MasterSnapshot.restore(snapshot, data).nextVersion());
            } else {
                log.error(
                        "Customer {} cannot be recovered: its number {} or its sign-in belongs to another customer",
                        snapshot.asyncCustomerId(),
                        snapshot.accountNumber());
            }
        }
        return created;
    }

    private static boolean isFree(
            @Nullable ExternalIdentity identity, UUID customer, Map<ExternalIdentity, UUID> identities) {
        return identity == null || customer.equals(identities.computeIfAbsent(identity, it -> customer));
    }

    private static List<CustomerChange> changed(List<CustomerSnapshot> snapshots, Map<UUID, MasterCustomer> found) {
        var changed = new ArrayList<CustomerChange>();
        for (CustomerSnapshot snapshot : snapshots) {
            MasterCustomer here = found.get(snapshot.asyncCustomerId());
            if (here != null && here.asyncCustomerId().equals(snapshot.asyncCustomerId())) {
                CustomerSnapshot merged = merged(here, snapshot);
                if (isOlder(here, snapshot) || differs(here, merged)) {
                    changed.add(new CustomerChange(
                            here, MasterSnapshot.restore(here, merged).nextVersion()));
                }
            }
        }
        return changed;
    }

    // HQ may have gone on since its restore: applied what was uploaded again, or saved an edit.
    private static CustomerSnapshot merged(MasterCustomer here, CustomerSnapshot snapshot) {
        CustomerSnapshot mine = here.snapshot();
        return here.version() > snapshot.version()
                ? SnapshotMerge.merge(mine, snapshot)
                : SnapshotMerge.merge(snapshot, mine);
    }

    // The same version with different content: HQ assigned the version again after the restore, and channels would
    // ignore it.
    private static boolean isOlder(MasterCustomer here, CustomerSnapshot snapshot) {
        return here.version() < snapshot.version() || (here.version() == snapshot.version() && differs(here, snapshot));
    }

    private static boolean differs(MasterCustomer here, CustomerSnapshot other) {
        return !here.content().profile().equals(other.content().profile())
                || !here.appliedOperations().equals(other.appliedOperations());
    }

    private static Set<UUID> ids(List<CustomerSnapshot> snapshots) {
        return snapshots.stream().map(CustomerSnapshot::asyncCustomerId).collect(Collectors.toSet());
    }
}
