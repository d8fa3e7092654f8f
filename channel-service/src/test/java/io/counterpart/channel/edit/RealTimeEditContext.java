package io.counterpart.channel.edit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.configuration.Features;

/** A running channel service with a converted customer that is edited through HQ. */
abstract class RealTimeEditContext extends ChannelServiceContext {

    @SuppressWarnings("NullAway.Init") // created before each test
    CustomerEditClient lee;

    @BeforeEach
    void create() {
        REAL_TIME.behave(REAL_TIME.doing());
        lee = new CustomerEditClient(station, jdbc, station.post(CUSTOMERS, "{\"lastName\": \"Lee\"}"));
    }

    @AfterEach
    void allFeaturesAgain() {
        if (!station.get("/api/v1/configuration").body().contains("async-customer-editing\",\"enabled\":true")) {
            runFeatures(
                    Features.PERFORMANCE_IMPROVEMENTS,
                    Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                    Features.ASYNC_CUSTOMER_ADDRESSES,
                    Features.ASYNC_CUSTOMER_EDITING,
                    Features.MULTIPLE_EMAILS_AND_PHONES);
        }
    }
}
