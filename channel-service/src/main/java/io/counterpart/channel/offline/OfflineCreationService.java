package io.counterpart.channel.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerRegistrationService;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.support.problem.Problem;

/**
 * Creates the new customers of an upload: they are stored in one transaction, and in smaller ones only if that fails, so
 * that each item has its own result and five hundred items cost little more than one.
 */
@Service
class OfflineCreationService {

    private final CustomerRegistrationService registration;
    private final CustomerReader customers;
    private final ChannelConfigurationService configurations;
    private final ReceivedOperationRepository received;

    OfflineCreationService(
            CustomerRegistrationService registration,
            CustomerReader customers,
            ChannelConfigurationService configurations,
            ReceivedOperationRepository received) {
        this.registration = registration;
        this.customers = customers;
        this.configurations = configurations;
        this.received = received;
    }

    void create(List<OfflineCreation> items, OfflineUpload upload) {
        List<OfflineCreation> rest = new ArrayList<>();
        for (OfflineCreation item : items) {
            ReceivedOperation known = upload.receivedAs(item);
            if (known == null) {
                rest.add(item);
            } else {
                upload.record(item, () -> repeat(item, known));
            }
        }
        boolean mayCreate = mayCreate(upload.channel());
        while (!rest.isEmpty()) {
            rest = storeDistinct(rest, mayCreate, upload);
        }
    }

    private boolean mayCreate(String channel) {
        return !configurations
                .find(channel)
                .map(ChannelConfiguration::filterSharedCustomerDataTables)
                .orElse(false);
    }

    // The customer may be gone by now: it is not created again.
    private OfflineItemResult repeat(OfflineCreation item, ReceivedOperation known) {
        if (!known.isRepeatedBy(item)) {
            throw new OperationIdInUseException();
        }
        return OfflineItemResult.known(
                item,
                customers.find(item.customer()).map(customers::profileView).orElse(null));
    }

    /** Returns the items whose id also occurs earlier in the upload; the earlier item is stored by now. */
    private List<OfflineCreation> storeDistinct(List<OfflineCreation> items, boolean mayCreate, OfflineUpload upload) {
        Map<UUID, Customer> existing = existing(items);
        Set<UUID> seen = new HashSet<>();
        var fresh = new HashMap<OfflineCreation, NewCustomer>();
        var order = new ArrayList<OfflineCreation>();
        var repeated = new ArrayList<OfflineCreation>();
        for (OfflineCreation item : items) {
            Customer known = existing.get(item.customer());
            if (known != null) {
                upload.record(item, () -> replay(item, known, upload));
            } else if (!seen.add(item.customer())) {
                repeated.add(item);
            } else if (upload.isAcceptable(item, () -> fresh.put(item, check(item, mayCreate, upload)))) {
                order.add(item);
            }
        }
        save(order, fresh, upload);
        return repeated;
    }

    private Map<UUID, Customer> existing(List<OfflineCreation> items) {
        return customers.findAll(items.stream().map(OfflineCreation::customer).toList());
    }

    private OfflineItemResult replay(OfflineCreation item, Customer known, OfflineUpload upload) {
        ReplayCheck.refuseUnlessSame(
                item.customer(),
                known,
                item.hash(),
                () -> registration.check(item.customer(), upload.callerOf(item), item.entry()));
        return OfflineItemResult.known(item, customers.profileView(known));
    }

    private NewCustomer check(OfflineCreation item, boolean mayCreate, OfflineUpload upload) {
        if (!mayCreate) {
            throw ChannelProblem.OFFLINE_CREATION_DISABLED.because(
                    "Offline customer creation is disabled for this channel.");
        }
        return registration
                .check(item.customer(), upload.callerOf(item), item.entry())
                .madeByTill(item.header().occurredAt(), item.hash());
    }

    private void save(List<OfflineCreation> items, Map<OfflineCreation, NewCustomer> fresh, OfflineUpload upload) {
        if (items.isEmpty()) {
            return;
        }
        // In one order, so that two uploads with the same customers wait for each other and never deadlock.
        List<OfflineCreation> ordered = items.stream()
                .sorted(Comparator.comparing(OfflineCreation::customer))
                .toList();
        try {
            List<CustomerView> kept = registration.createOffline(
                    ordered.stream().map(fresh::get).toList(), () -> received.insert(operations(ordered)));
            for (int i = 0; i < kept.size(); i++) {
                upload.record(ordered.get(i).index(), OfflineItemResult.created(ordered.get(i), kept.get(i)));
            }
        } catch (Problem problem) {
            saveAgain(items, fresh, upload, problem);
        }
    }

    private void saveAgain(
            List<OfflineCreation> items,
            Map<OfflineCreation, NewCustomer> fresh,
            OfflineUpload upload,
            Problem problem) {
        List<OfflineCreation> rest = withoutStored(items, upload);
        if (rest.size() < items.size()) {
            save(rest, fresh, upload);
        } else if (items.size() > 1) {
            int half = items.size() / 2;
            save(items.subList(0, half), fresh, upload);
            save(items.subList(half, items.size()), fresh, upload);
        } else {
            upload.record(items.get(0), () -> {
                throw problem;
            });
        }
    }

    // Another upload with the same customers was faster.
    private List<OfflineCreation> withoutStored(List<OfflineCreation> items, OfflineUpload upload) {
        Map<UUID, Customer> existing = existing(items);
        var rest = new ArrayList<OfflineCreation>();
        for (OfflineCreation item : items) {
            Customer known = existing.get(item.customer());
            if (known == null) {
                rest.add(item);
            } else {
                upload.record(item, () -> replay(item, known, upload));
            }
        }
        return rest;
    }

    private static List<ReceivedOperation> operations(List<OfflineCreation> items) {
        var operations = new ArrayList<ReceivedOperation>();
        for (OfflineCreation item : items) {
            UUID id = item.operation();
            if (id != null) {
                operations.add(new ReceivedOperation(id, item.customer(), item.hash(), List.of()));
            }
        }
        return operations;
    }
}
