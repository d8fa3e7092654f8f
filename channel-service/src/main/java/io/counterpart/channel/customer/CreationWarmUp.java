package io.counterpart.channel.customer;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.warmup.WarmUpStep;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.search.SearchQuery;

/** Creates a customer from JSON to JSON, finds it and rolls everything back; no event, operation or count stays. */
@Component
class CreationWarmUp implements WarmUpStep {

    private static final String CHANNEL = "warm-up";
    // No further email or phone: these need a feature, which no configuration may have brought yet.
    private static final String BODY = """
            {"type": "PERSON", "firstName": "Warm", "lastName": "Up", "email": "warm.up@example.com",
             "phone": "+1 555 0100", "language": "en-US", "currencyCode": "USD",
             "addresses": [{"purpose": "DELIVERY", "street": "1 Pier Road", "city": "Harbor", "zipCode": "98052",
               "country": "USA", "primary": true}]}
            """;

    private final CustomerCreationService intake;
    private final CustomerStore keeping;
    private final CustomerReader lookup;
    private final CustomerSearchService search;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    CreationWarmUp(
            CustomerCreationService intake,
            CustomerStore keeping,
            CustomerReader lookup,
            CustomerSearchService search,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.intake = intake;
        this.keeping = keeping;
        this.lookup = lookup;
        this.search = search;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void run() {
        CustomerEntry entry = json.readValue(BODY, CustomerEntry.class);
        UUID id = UUID.randomUUID();
        NewCustomer created = intake.check(id, CHANNEL, entry);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            CustomerAggregate kept = keeping.savePending(created, AsyncReason.FUNCTIONALITY_PROFILE);
            json.writeValueAsBytes(lookup.view(kept, CustomerInclude.PARTS));
            search.find(SearchQuery.of("warm up"), SearchCursor.START, 10);
            lookup.view(lookup.get(id.toString()), CustomerInclude.PARTS);
        });
    }
}
