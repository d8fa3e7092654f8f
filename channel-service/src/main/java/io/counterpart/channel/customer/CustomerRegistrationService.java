package io.counterpart.channel.customer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.entry.CustomerEntryValidator;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.problem.Problem;

/**
 * Registers new customers in the mode of the channel's functionality profile; an unreachable HQ never fails a
 * registration.
 */
@Service
public class CustomerRegistrationService {

    private final ChannelConfigurationService configurations;
    private final ChannelProperties properties;
    private final RealTimeService realTimeService;
    private final CustomerStore store;
    private final CustomerReader reader;
    private final IdentifierGenerator identifiers;
    private final CreationMetrics metrics;
    private final Clock clock;

    CustomerRegistrationService(
            ChannelConfigurationService configurations,
            ChannelProperties properties,
            RealTimeService realTimeService,
            CustomerStore store,
            CustomerReader reader,
            IdentifierGenerator identifiers,
            CreationMetrics metrics,
            Clock clock) {
        this.configurations = configurations;
        this.properties = properties;
        this.realTimeService = realTimeService;
        this.store = store;
        this.reader = reader;
        this.identifiers = identifiers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Registers the customer once, even if the request is repeated.
     *
     * @param mayExist an earlier attempt may have been committed although its response was not stored
     */
    CustomerView create(UUID id, boolean mayExist, Caller caller, CustomerEntry entry) {
        Optional<Customer> existing = mayExist ? reader.find(id) : Optional.empty();
        return existing.map(reader::fullView).orElseGet(() -> register(check(id, caller, entry)));
    }

    /** Throws a problem that lists all faults. */
    public NewCustomer check(UUID id, Caller caller, CustomerEntry entry) {
        CustomerContent content = CustomerEntryValidator.check(
                entry, configurations.find(caller.channel()), configurations.global(), identifiers::next);
        // PostgreSQL stores microseconds and the API has milliseconds: truncated, so that this response equals a later
        // read.
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new NewCustomer(id, caller, properties.channelDatabase(), content, at, null);
    }

    public CustomerView register(NewCustomer created) {
        CustomerAggregate registered =
                configurations.usesAsyncMode(created.channel(), FunctionalityProfile::createCustomersInAsyncMode)
                        ? savePending(created, AsyncReason.FUNCTIONALITY_PROFILE)
                        : registerAtHeadquarters(created);
        metrics.created(registered.customer().origin());
        return reader.fullView(registered);
    }

    /**
     * Registers customers as Pending sync, without a call to HQ; either all of them or, with a problem, none. Returns
     * views of the profiles only.
     *
     * @param created customers with distinct ids
     * @param alongside runs in the same transaction
     */
    public List<CustomerView> createOffline(List<NewCustomer> created, Runnable alongside) {
        List<CustomerAggregate> stored =
                uniquely(() -> store.saveAllPending(created, AsyncReason.POS_OFFLINE, alongside));
        stored.forEach(each -> metrics.created(each.customer().origin()));
        return stored.stream().map(each -> reader.view(each, Set.of())).toList();
    }

    // Outside any transaction: HQ may take seconds to respond, and connections are scarce.
    private CustomerAggregate registerAtHeadquarters(NewCustomer created) {
        return realTimeService
                .apply(created.operation(CreationMode.SYNC, null))
                .fold(
                        snapshot -> saveConverted(created, snapshot),
                        refused -> {
                            throw refusal(refused.code()).because(refused.reason());
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
        // HQ assigned no account number yet, or matched the creation to an existing customer: 1010 delivers the result.
        if (atHq.accountNumber() == null || !atHq.asyncCustomerId().equals(created.id())) {
            return fallBack(created);
        }
        return orExisting(created, () -> store.saveConverted(created, atHq));
    }

    // Saves the same operation that HQ may have received already: it has one effect, on whichever path it arrives.
    private CustomerAggregate fallBack(NewCustomer created) {
        return orExisting(created, () -> store.savePending(created, AsyncReason.REALTIME_SERVICE_UNREACHABLE));
    }

    private CustomerAggregate savePending(NewCustomer created, AsyncReason reason) {
        return uniquely(() -> store.savePending(created, reason));
    }

    // 1010 may have stored the customer before HQ's response arrived or the call timed out.
    private CustomerAggregate orExisting(NewCustomer created, Supplier<CustomerAggregate> save) {
        try {
            return uniquely(save);
        } catch (Problem e) {
            if (e.type() != ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE) {
                throw e;
            }
            return reader.getAggregate(created.id().toString());
        }
    }

    private static <T> T uniquely(Supplier<T> save) {
        try {
            return save.get();
        } catch (DataIntegrityViolationException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("customer_identity")) {
                throw ChannelProblem.DUPLICATE_EXTERNAL_IDENTITY.because("The sign-in belongs to another customer.");
            }
            if (said.contains("customer_pk")) {
                throw ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE.because("A customer with this ID already exists.");
            }
            throw e;
        }
    }
}
