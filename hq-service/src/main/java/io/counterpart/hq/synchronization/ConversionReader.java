package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.duplicate.DuplicateDetector;
import io.counterpart.hq.duplicate.DuplicateSearchService;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.messaging.IntakeProperties;

/**
 * Reads and locks the input of a conversion: customers, reference data, similar customers and used operation numbers.
 */
@Component
class ConversionReader {

    private final CustomerMasterStore master;
    private final ReferenceDataSource reference;
    private final DuplicateSearchService duplicates;
    private final UsedNumberRepository numbers;
    private final IntakeProperties intake;

    ConversionReader(
            CustomerMasterStore master,
            ReferenceDataSource reference,
            DuplicateSearchService duplicates,
            UsedNumberRepository numbers,
            IntakeProperties intake) {
        this.master = master;
        this.reference = reference;
        this.duplicates = duplicates;
        this.numbers = numbers;
        this.intake = intake;
    }

    ConversionUnitOfWork read(List<OpenOperation> operations, Instant now) {
        ReferenceData data = reference.read();
        Map<UUID, CustomerContent> creations = creations(operations);
        DuplicateDetector similar = duplicates.among(creations.values(), data.duplicates());
        Set<UUID> customers = operations.stream()
                .map(open -> open.operation().asyncCustomerId())
                .collect(Collectors.toSet());
        customers.addAll(similar.targets(creations));
        customers.addAll(decided(operations));
        var newcomers = new NewCustomers(data, similar, master.findIdentityOwners(identities(operations)));
        Map<UUID, MasterCustomer> found = new LinkedHashMap<>(master.lock(customers));
        found.replaceAll((id, customer) -> customer.withTimesUpTo(now, intake.clockSkew()));
        return new ConversionUnitOfWork(
                new ConversionCustomers(found), data, newcomers, numbers.of(operations, found, now));
    }

    private static Map<UUID, CustomerContent> creations(List<OpenOperation> operations) {
        var creations = new LinkedHashMap<UUID, CustomerContent>();
        for (OpenOperation open : operations) {
            if (open.operation().body() instanceof OperationBody.CreateCustomer creation) {
                creations.put(open.operation().asyncCustomerId(), creation.content());
            }
        }
        return creations;
    }

    private static Set<UUID> decided(List<OpenOperation> operations) {
        var targets = new HashSet<UUID>();
        for (OpenOperation open : operations) {
            Decision decision = open.decision();
            UUID linkTo = decision == null ? null : decision.linkTo();
            if (linkTo != null) {
                targets.add(linkTo);
            }
        }
        return targets;
    }

    private static Set<ExternalIdentity> identities(List<OpenOperation> operations) {
        return operations.stream()
                .map(NewCustomers::identityOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
