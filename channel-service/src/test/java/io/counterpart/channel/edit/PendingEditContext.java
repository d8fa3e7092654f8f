package io.counterpart.channel.edit;

import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ChannelServiceContext;

/** A running channel service with a pending customer whose edits are stored without a call to HQ. */
abstract class PendingEditContext extends ChannelServiceContext {

    static final String ANN = """
            {"firstName": "Ann", "lastName": "Lee", "email": "ann@example.com", "phone": "+1 555 0100",
             "addresses": [{"street": "1 Pier Road", "city": "Harbor"}],
             "contacts": [{"type": "EMAIL", "value": "work@example.com", "marketingConsent": true}],
             "affiliations": ["VIP"], "attributes": {"shoeSize": 38, "newsletter": true}}
            """;

    @SuppressWarnings("NullAway.Init") // created before each test
    CustomerEditClient ann;

    @BeforeEach
    void create() {
        ann = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, ANN));
    }

    int found(String name) {
        JsonNode items = harbor.post(CUSTOMERS + "/search", "{\"query\": \"%s\"}".formatted(name))
                .json()
                .path("items");
        return items.size();
    }
}
