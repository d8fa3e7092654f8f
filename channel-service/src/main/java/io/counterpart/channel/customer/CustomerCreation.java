package io.counterpart.channel.customer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurations;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.entry.EntryCheck;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.Identifiers;
import io.counterpart.contract.CustomerContent;

/** From the body of a request to a registered customer, once, however often the request comes. */
@Service
class CustomerCreation {

    private final CustomerRegistration registration;
    private final CustomerLookup lookup;
    private final ChannelConfigurations configurations;
    private final ChannelProperties properties;
    private final Identifiers identifiers;
    private final Clock clock;

    CustomerCreation(
            CustomerRegistration registration,
            CustomerLookup lookup,
            ChannelConfigurations configurations,
            ChannelProperties properties,
            Identifiers identifiers,
            Clock clock) {
        this.registration = registration;
        this.lookup = lookup;
        this.configurations = configurations;
        this.properties = properties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    UUID idFor(Optional<RequestIdentity> request) {
        return request.map(RequestIdentity::id).orElseGet(identifiers::next);
    }

    CustomerView create(UUID id, boolean mayExist, String channel, CustomerEntry entry) {
        if (mayExist) {
            // An earlier try may have been committed without its answer having been kept.
            Optional<Customer> existing = lookup.find(id.toString());
            if (existing.isPresent()) {
                return lookup.view(existing.get(), Include.PARTS);
            }
        }
        CustomerContent content =
                EntryCheck.check(entry, configurations.find(channel), configurations.global(), identifiers::next);
        // PostgreSQL keeps microseconds, people read milliseconds: the answer is what a later read answers.
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var created = new NewCustomer(id, channel, properties.channelDatabase(), content, at);
        return lookup.view(registration.register(created), Include.PARTS);
    }
}
