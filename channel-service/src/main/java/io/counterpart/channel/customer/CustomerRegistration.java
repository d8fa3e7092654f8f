package io.counterpart.channel.customer;

import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurations;
import io.counterpart.channel.problem.ProblemType;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;

/** Takes a new customer in, the way the channel's functionality profile asks for; never fails because HQ is away. */
@Service
class CustomerRegistration {

    private final ChannelConfigurations configurations;
    private final RealTimeService realTimeService;
    private final CustomerKeeping keeping;
    private final CreationMetrics metrics;

    CustomerRegistration(
            ChannelConfigurations configurations,
            RealTimeService realTimeService,
            CustomerKeeping keeping,
            CreationMetrics metrics) {
        this.configurations = configurations;
        this.realTimeService = realTimeService;
        this.keeping = keeping;
        this.metrics = metrics;
    }

    CustomerWithParts register(NewCustomer created) {
        CustomerWithParts registered = asksHeadquarters(created.channel())
                ? registerAtHeadquarters(created)
                : keepPending(created, AsyncReason.FUNCTIONALITY_PROFILE);
        metrics.created(registered.customer().origin());
        return registered;
    }

    // A channel that knows nothing of itself yet keeps the customer: asking HQ is what it would have to be told to do.
    private boolean asksHeadquarters(String channel) {
        return configurations
                .find(channel)
                .map(known -> !known.functionalityProfile().createCustomersInAsyncMode())
                .orElse(false);
    }

    // Outside any transaction: HQ may take seconds to answer, and a connection is scarce.
    private CustomerWithParts registerAtHeadquarters(NewCustomer created) {
        return realTimeService
                .create(created.operation(CreationMode.SYNC, null))
                .fold(
                        done -> uniquely(() -> keeping.keepConverted(created, done.customer())),
                        refused -> {
                            throw ProblemType.HEADQUARTERS_REFUSED.because(refused.reason());
                        },
                        () -> keepPending(created, AsyncReason.REALTIME_SERVICE_UNREACHABLE));
    }

    private CustomerWithParts keepPending(NewCustomer created, AsyncReason reason) {
        return uniquely(() -> keeping.keepPending(created, reason));
    }

    private static CustomerWithParts uniquely(Supplier<CustomerWithParts> keep) {
        try {
            return keep.get();
        } catch (DataIntegrityViolationException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("customer_identity")) {
                throw ProblemType.DUPLICATE_EXTERNAL_IDENTITY.because(
                        "This sign-in belongs to another customer already.");
            }
            if (said.contains("customer_pk")) {
                throw ProblemType.ASYNC_CUSTOMER_ID_IN_USE.because("There is a customer with this id already.");
            }
            throw e;
        }
    }
}
