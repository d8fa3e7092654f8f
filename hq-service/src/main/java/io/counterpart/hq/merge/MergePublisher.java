package io.counterpart.hq.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.MasterCustomer;

/**
 * Publishes merges: under the number of the merged customer, a snapshot that names the survivor. It is on the same
 * partition as all earlier snapshots of the merged customer, so that none of them follows it.
 */
@Component
class MergePublisher {

    private final DistributionLogWriter distribution;
    private final MergeRepository repository;

    MergePublisher(DistributionLogWriter distribution, MergeRepository repository) {
        this.distribution = distribution;
        this.repository = repository;
    }

    static CustomerSnapshot mergedInto(MasterCustomer merged, UUID survivor) {
        return copy(merged.snapshot(), survivor);
    }

    /**
     * Publishes customers and merged customers.
     *
     * @param lead earlier merged customers that lead to this one from now on
     */
    void publish(
            List<MasterCustomer> customers,
            @Nullable CustomerSnapshot merged,
            Collection<CustomerSnapshot> lead,
            UUID to,
            Instant at) {
        var snapshots = new ArrayList<CustomerSnapshot>();
        customers.forEach(it -> snapshots.add(it.snapshot()));
        if (merged != null) {
            snapshots.add(merged);
        }
        for (CustomerSnapshot each : lead) {
            CustomerSnapshot next = copy(each, to);
            repository.publish(next);
            snapshots.add(next);
        }
        distribution.appendSnapshots(snapshots, at);
    }

    private static CustomerSnapshot copy(CustomerSnapshot of, UUID survivor) {
        return new CustomerSnapshot(
                of.schemaVersion(),
                of.version() + 1,
                of.asyncCustomerId(),
                of.accountNumber(),
                of.aliases(),
                of.syncStatus(),
                of.channel(),
                of.channelDatabase(),
                of.creationMode(),
                of.asyncReason(),
                of.createdAt(),
                of.uploadedAt(),
                of.stagedAt(),
                of.convertedAt(),
                of.appliedOperations(),
                null,
                null,
                true,
                CustomerContent.empty(of.content().profile().type()),
                List.of(),
                null,
                null,
                null,
                survivor);
    }
}
