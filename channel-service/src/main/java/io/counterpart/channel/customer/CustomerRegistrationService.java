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
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.channel.validation.CustomerEntryValidator;
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
        return registerOnce(created).customer();
    }

    /** Registers the customer, and says whether another attempt of the same request had done so. */
    public Registration registerOnce(NewCustomer created) {
        Stored registered =
                configurations.usesAsyncMode(created.channel(), FunctionalityProfile::createCustomersInAsyncMode)
                        ? savePending(created, AsyncReason.FUNCTIONALITY_PROFILE)
                        : registerAtHeadquarters(created);
        CustomerAggregate customer = registered.customer();
        if (!registered.byAnother()) {
            metrics.created(customer.customer().origin());
        }
        return new Registration(reader.fullView(customer), registered.byAnother());
    }

    /** A registered customer. */
    public record Registration(CustomerView customer, boolean byAnother) {}

    /** A stored customer, stored by this attempt or by another one of the same request. */
    private record Stored(CustomerAggregate customer, boolean byAnother) {}

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
    private Stored registerAtHeadquarters(NewCustomer created) {
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

    private Stored saveConverted(NewCustomer created, CustomerSnapshot atHq) {
        // HQ assigned no account number yet, or matched the creation to an existing customer: 1010 delivers the result.
        if (atHq.accountNumber() == null || !atHq.asyncCustomerId().equals(created.id())) {
            return fallBack(created);
        }
        return orExisting(created, () -> store.saveConverted(created, atHq));
    }

    // Saves the same operation that HQ may have received already: it has one effect, on whichever path it arrives.
    private Stored fallBack(NewCustomer created) {
        return orExisting(created, () -> store.savePending(created, AsyncReason.REALTIME_SERVICE_UNREACHABLE));
    }

    private Stored savePending(NewCustomer created, AsyncReason reason) {
        return new Stored(uniquely(() -> store.savePending(created, reason)), false);
    }

    // 1010 may have stored the customer before HQ's response arrived or the call timed out; it knows no entry hash.
    private Stored orExisting(NewCustomer created, Supplier<CustomerAggregate> save) {
        try {
            return new Stored(uniquely(save), false);
        } catch (Problem e) {
            if (e.type() != ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE) {
                throw e;
            }
            CustomerAggregate existing = reader.getAggregate(created.id().toString());
            return new Stored(existing, existing.customer().entryHash() != null);
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
