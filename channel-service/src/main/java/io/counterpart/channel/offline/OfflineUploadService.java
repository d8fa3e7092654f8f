package io.counterpart.channel.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

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
 * Processes an upload: the new customers are stored in one transaction, and in smaller ones only if that fails, so that
 * each item has its own result and five hundred items cost little more than one.
 */
@Service
class OfflineUploadService {

    private final OfflineItemReader reader;
    private final CustomerRegistrationService registration;
    private final CustomerReader customers;
    private final ChannelConfigurationService configurations;

    OfflineUploadService(
            OfflineItemReader reader,
            CustomerRegistrationService registration,
            CustomerReader customers,
            ChannelConfigurationService configurations) {
        this.reader = reader;
        this.registration = registration;
        this.customers = customers;
        this.configurations = configurations;
    }

    List<OfflineItemResult> process(String channel, List<JsonNode> nodes) {
        var results = new OfflineItemResult[nodes.size()];
        var items = new ArrayList<OfflineItem>();
        for (int i = 0; i < nodes.size(); i++) {
            try {
                items.add(reader.read(i, nodes.get(i)));
            } catch (Problem problem) {
                String id = nodes.get(i).path("asyncCustomerId").asString(null);
                results[i] = OfflineItemResult.refused(id, i, problem);
            }
        }
        var work = new UploadBatch(channel, mayCreate(channel), results);
        for (List<OfflineItem> rest = items; !rest.isEmpty(); ) {
            rest = storeDistinct(rest, work);
        }
        return Arrays.asList(results);
    }

    private boolean mayCreate(String channel) {
        return !configurations
                .find(channel)
                .map(ChannelConfiguration::filterSharedCustomerDataTables)
                .orElse(false);
    }

    /** Returns the items whose id also occurs earlier in the upload; the earlier item is stored by now. */
    private List<OfflineItem> storeDistinct(List<OfflineItem> items, UploadBatch work) {
        Map<UUID, Customer> existing =
                customers.findAll(items.stream().map(OfflineItem::id).toList());
        Set<UUID> seen = new HashSet<>();
        var fresh = new HashMap<OfflineItem, NewCustomer>();
        var order = new ArrayList<OfflineItem>();
        var repeated = new ArrayList<OfflineItem>();
        for (OfflineItem item : items) {
            Customer known = existing.get(item.id());
            if (known != null) {
                work.record(item, () -> replay(item, known, work));
            } else if (!seen.add(item.id())) {
                repeated.add(item);
            } else if (work.isAcceptable(item, () -> fresh.put(item, check(item, work)))) {
                order.add(item);
            }
        }
        save(order, fresh, work);
        return repeated;
    }

    private OfflineItemResult replay(OfflineItem item, Customer known, UploadBatch work) {
        ReplayCheck.refuseUnlessSame(
                item.id(), known, item.entryHash(), () -> registration.check(item.id(), work.channel, item.entry()));
        return OfflineItemResult.known(item, customers.profileView(known));
    }

    private NewCustomer check(OfflineItem item, UploadBatch work) {
        if (!work.mayCreate) {
            throw ChannelProblem.OFFLINE_CREATION_DISABLED.because(
                    "Offline customer creation is disabled for this channel.");
        }
        return registration.check(item.id(), work.channel, item.entry()).madeByTill(item.createdAt(), item.entryHash());
    }

    private void save(List<OfflineItem> items, Map<OfflineItem, NewCustomer> fresh, UploadBatch work) {
        if (items.isEmpty()) {
            return;
        }
        try {
            List<CustomerView> kept =
                    registration.createOffline(items.stream().map(fresh::get).toList());
            for (int i = 0; i < kept.size(); i++) {
                work.results[items.get(i).index()] = OfflineItemResult.created(items.get(i), kept.get(i));
            }
        } catch (Problem problem) {
            if (items.size() > 1) {
                int half = items.size() / 2;
                save(items.subList(0, half), fresh, work);
                save(items.subList(half, items.size()), fresh, work);
            } else {
                work.record(
                        items.get(0),
                        () -> customers
                                .find(items.get(0).id())
                                .map(faster -> replay(items.get(0), faster, work))
                                .orElseThrow(() -> problem));
            }
        }
    }

    /** An upload in progress. */
    private static final class UploadBatch {

        private final String channel;
        private final boolean mayCreate;
        private final OfflineItemResult[] results;

        UploadBatch(String channel, boolean mayCreate, OfflineItemResult[] results) {
            this.channel = channel;
            this.mayCreate = mayCreate;
            this.results = results;
        }

        void record(OfflineItem item, Supplier<OfflineItemResult> outcome) {
            isAcceptable(item, () -> results[item.index()] = outcome.get());
        }

        /** Returns whether the step succeeded for the item; otherwise the problem is its result. */
        boolean isAcceptable(OfflineItem item, Runnable step) {
            try {
                step.run();
                return true;
            } catch (Problem problem) {
                results[item.index()] = OfflineItemResult.refused(item.id().toString(), item.index(), problem);
                return false;
            }
        }
    }
}
