package io.counterpart.channel.customer;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.problem.Problem;

/** Takes a new customer in, the way the channel's functionality profile asks for; never fails because HQ is away. */
@Service
class CustomerRegistrationService {

    private final ChannelConfigurationService configurations;
    private final RealTimeService realTimeService;
    private final CustomerStore keeping;
    private final CustomerEditStore edits;
    private final CreationMetrics metrics;

    CustomerRegistrationService(
            ChannelConfigurationService configurations,
            RealTimeService realTimeService,
            CustomerStore keeping,
            CustomerEditStore edits,
            CreationMetrics metrics) {
        this.configurations = configurations;
        this.realTimeService = realTimeService;
        this.keeping = keeping;
        this.edits = edits;
        this.metrics = metrics;
    }

    CustomerAggregate register(NewCustomer created) {
        CustomerAggregate registered = usesSyncMode(created.channel())
                ? registerAtHeadquarters(created)
                : savePending(created, AsyncReason.FUNCTIONALITY_PROFILE);
        metrics.created(registered.customer().origin());
        return registered;
    }

    /** All or, with a problem, none; what a till made is never made at HQ first. */
    List<CustomerAggregate> createOffline(List<NewCustomer> created) {
        List<CustomerAggregate> kept = uniquely(() -> keeping.saveAllPending(created, AsyncReason.POS_OFFLINE));
        kept.forEach(each -> metrics.created(each.customer().origin()));
        return kept;
    }

    // A channel that knows nothing of itself yet keeps the customer: asking HQ is what it would have to be told to do.
    private boolean usesSyncMode(String channel) {
        return configurations
                .find(channel)
                .map(known -> !known.functionalityProfile().createCustomersInAsyncMode())
                .orElse(false);
    }

    // Outside any transaction: HQ may take seconds to answer, and a connection is scarce.
    private CustomerAggregate registerAtHeadquarters(NewCustomer created) {
        return realTimeService
                .apply(created.operation(CreationMode.SYNC, null))
                .fold(
                        snapshot -> saveConverted(created, snapshot),
                        refused -> {
                            throw refusal(refused.code()).because(refused.words());
                        },
                        () -> fallBack(created),
                        unreachable -> fallBack(created));
    }

    private static ChannelProblem refusal(String code) {
        return code.equals(ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE.slug())
                ? ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE
                : ChannelProblem.HEADQUARTERS_REFUSED;
    }

    private CustomerAggregate saveConverted(NewCustomer created, CustomerSnapshot atHq) {
        // HQ found that it is a customer whom it has: 1010 tells the rest to whoever does not know them yet.
        if (atHq.accountNumber() == null || !atHq.asyncCustomerId().equals(created.id())) {
            return fallBack(created);
        }
        return orExisting(created, () -> keeping.saveConverted(created, atHq));
    }

    // The very operation that HQ may have had already: whichever way it arrives, it is one effect.
    private CustomerAggregate fallBack(NewCustomer created) {
        return orExisting(created, () -> keeping.savePending(created, AsyncReason.REALTIME_SERVICE_UNREACHABLE));
    }

    private CustomerAggregate savePending(NewCustomer created, AsyncReason reason) {
        return uniquely(() -> keeping.savePending(created, reason));
    }

    // 1010 may have been faster than HQ's answer, or than our patience.
    private CustomerAggregate orExisting(NewCustomer created, Supplier<CustomerAggregate> keep) {
        try {
            return uniquely(keep);
        } catch (Problem e) {
            if (e.type() != ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE) {
                throw e;
            }
            return edits.get(created.id().toString());
        }
    }

    private static <T> T uniquely(Supplier<T> keep) {
        try {
            return keep.get();
        } catch (DataIntegrityViolationException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("customer_identity")) {
                throw ChannelProblem.DUPLICATE_EXTERNAL_IDENTITY.because(
                        "This sign-in belongs to another customer already.");
            }
            if (said.contains("customer_pk")) {
                throw ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE.because("There is a customer with this id already.");
            }
            throw e;
        }
    }
}
