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
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.problem.Problem;

/** Registers new customers the way the channel's functionality profile asks for; never fails because HQ is away. */
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
     * Once, however often the request comes.
     *
     * @param mayExist an earlier try may have been committed without its answer having been kept
     */
    CustomerView create(UUID id, boolean mayExist, String channel, CustomerEntry entry) {
        Optional<Customer> existing = mayExist ? reader.find(id) : Optional.empty();
        return existing.map(reader::fullView).orElseGet(() -> register(check(id, channel, entry)));
    }

    /** Throws a problem that names all faults. */
    public NewCustomer check(UUID id, String channel, CustomerEntry entry) {
        CustomerContent content = CustomerEntryValidator.check(
                entry, configurations.find(channel), configurations.global(), identifiers::next);
        // PostgreSQL keeps microseconds, people read milliseconds: the answer is what a later read answers.
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new NewCustomer(id, channel, properties.channelDatabase(), content, at, null);
    }

    public CustomerView register(NewCustomer created) {
        CustomerAggregate registered = usesSyncMode(created.channel())
                ? registerAtHeadquarters(created)
                : savePending(created, AsyncReason.FUNCTIONALITY_PROFILE);
        metrics.created(registered.customer().origin());
        return reader.fullView(registered);
    }

    /**
     * As Pending sync, without asking HQ; all of them or, with a problem, none. Shows the profiles only.
     *
     * @param created with ids that all differ
     */
    public List<CustomerView> createOffline(List<NewCustomer> created) {
        List<CustomerAggregate> stored = uniquely(() -> store.saveAllPending(created, AsyncReason.POS_OFFLINE));
        stored.forEach(each -> metrics.created(each.customer().origin()));
        return stored.stream().map(each -> reader.view(each, Set.of())).toList();
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
        // HQ found that it is a customer whom it has: 1010 tells the rest to whoever does not know them yet.
        if (atHq.accountNumber() == null || !atHq.asyncCustomerId().equals(created.id())) {
            return fallBack(created);
        }
        return orExisting(created, () -> store.saveConverted(created, atHq));
    }

    // The very operation that HQ may have had already: whichever way it arrives, it is one effect.
    private CustomerAggregate fallBack(NewCustomer created) {
        return orExisting(created, () -> store.savePending(created, AsyncReason.REALTIME_SERVICE_UNREACHABLE));
    }

    private CustomerAggregate savePending(NewCustomer created, AsyncReason reason) {
        return uniquely(() -> store.savePending(created, reason));
    }

    // 1010 may have been faster than HQ's answer, or than our patience.
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
