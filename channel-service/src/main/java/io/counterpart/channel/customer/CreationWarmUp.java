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

    private final CustomerIntake intake;
    private final CustomerKeeping keeping;
    private final CustomerLookup lookup;
    private final CustomerSearch search;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    CreationWarmUp(
            CustomerIntake intake,
            CustomerKeeping keeping,
            CustomerLookup lookup,
            CustomerSearch search,
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
            CustomerWithParts kept = keeping.keepPending(created, AsyncReason.FUNCTIONALITY_PROFILE);
            json.writeValueAsBytes(lookup.view(kept, Include.PARTS));
            search.find(SearchQuery.of("warm up"), Cursor.START, 10);
            lookup.view(lookup.get(id.toString()), Include.PARTS);
        });
    }
}
