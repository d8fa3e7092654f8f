package io.counterpart.channel.customer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.entry.CustomerEntryValidator;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.contract.CustomerContent;

/** The door for everybody who takes customers in: checks what was entered, registers it, shows what came of it. */
@Service
public class CustomerCreationService {

    private final CustomerRegistrationService registration;
    private final CustomerReader lookup;
    private final ChannelConfigurationService configurations;
    private final ChannelProperties properties;
    private final IdentifierGenerator identifiers;
    private final Clock clock;

    CustomerCreationService(
            CustomerRegistrationService registration,
            CustomerReader lookup,
            ChannelConfigurationService configurations,
            ChannelProperties properties,
            IdentifierGenerator identifiers,
            Clock clock) {
        this.registration = registration;
        this.lookup = lookup;
        this.configurations = configurations;
        this.properties = properties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Throws a problem that names all faults. */
    public NewCustomer check(UUID id, String channel, CustomerEntry entry) {
        CustomerContent content = CustomerEntryValidator.check(
                entry, configurations.find(channel), configurations.global(), identifiers::next);
        // PostgreSQL keeps microseconds, people read milliseconds: the answer is what a later read answers.
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new NewCustomer(id, channel, properties.channelDatabase(), content, at, null);
    }

    /** The way the channel's functionality profile asks for. */
    public CustomerView register(NewCustomer created) {
        return lookup.view(registration.register(created), CustomerInclude.PARTS);
    }

    /**
     * As Pending sync, without asking HQ; all of them or, with a problem, none. Shows the profiles only.
     *
     * @param created with ids that all differ
     */
    public List<CustomerView> createOffline(List<NewCustomer> created) {
        var views = new ArrayList<CustomerView>(created.size());
        for (CustomerAggregate kept : registration.createOffline(created)) {
            views.add(lookup.view(kept, Set.of()));
        }
        return views;
    }
}
