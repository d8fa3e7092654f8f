package io.counterpart.channel.customer;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.channel.warmup.WarmUpStep;
import io.counterpart.contract.AsyncReason;

/**
 * Warms up the creation: creates a customer from JSON, reads it and rolls everything back, so that no event, operation
 * or count remains.
 */
@Component
class CreationWarmUp implements WarmUpStep {

    private static final Caller CALLER = Caller.ofChannel("warm-up");
    // No additional email or phone: these need a feature, and no configuration may have arrived yet.
    private static final String BODY = """
            {"type": "PERSON", "firstName": "Warm", "lastName": "Up", "email": "warm.up@example.com",
             "phone": "+1 555 0100", "language": "en-US", "currencyCode": "USD",
             "addresses": [{"purpose": "DELIVERY", "street": "1 Pier Road", "city": "Harbor", "zipCode": "98052",
               "country": "USA", "primary": true}]}
            """;

    private final CustomerRegistrationService registration;
    private final CustomerStore store;
    private final CustomerReader reader;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    CreationWarmUp(
            CustomerRegistrationService registration,
            CustomerStore store,
            CustomerReader reader,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.registration = registration;
        this.store = store;
        this.reader = reader;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void run() {
        CustomerEntry entry = json.readValue(BODY, CustomerEntry.class);
        UUID id = UUID.randomUUID();
        NewCustomer created = registration.check(id, CALLER, entry);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            CustomerAggregate stored = store.savePending(created, AsyncReason.FUNCTIONALITY_PROFILE);
            json.writeValueAsBytes(reader.fullView(stored));
            reader.fullView(reader.get(id.toString()));
        });
    }
}
