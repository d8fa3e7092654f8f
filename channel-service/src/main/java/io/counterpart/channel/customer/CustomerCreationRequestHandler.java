package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;

/** From the body of a request to a registered customer, once, however often the request comes. */
@Service
class CustomerCreationRequestHandler {

    private final CustomerCreationService intake;
    private final CustomerReader lookup;
    private final IdentifierGenerator identifiers;

    CustomerCreationRequestHandler(
            CustomerCreationService intake, CustomerReader lookup, IdentifierGenerator identifiers) {
        this.intake = intake;
        this.lookup = lookup;
        this.identifiers = identifiers;
    }

    UUID idFor(Optional<RequestIdentity> request) {
        return request.map(RequestIdentity::id).orElseGet(identifiers::next);
    }

    CustomerView create(UUID id, boolean mayExist, String channel, CustomerEntry entry) {
        if (mayExist) {
            // An earlier try may have been committed without its answer having been kept.
            Optional<Customer> existing = lookup.find(id.toString());
            if (existing.isPresent()) {
                return lookup.view(existing.get(), CustomerInclude.PARTS);
            }
        }
        return intake.register(intake.check(id, channel, entry));
    }
}
