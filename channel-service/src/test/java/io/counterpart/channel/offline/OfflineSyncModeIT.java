package io.counterpart.channel.offline;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.operation.CustomerOperation;

import static io.counterpart.channel.offline.OfflineItems.edit;
import static io.counterpart.channel.offline.OfflineItems.item;
import static io.counterpart.channel.offline.OfflineItems.logged;
import static io.counterpart.channel.offline.OfflineItems.outcomes;
import static io.counterpart.channel.offline.OfflineItems.problem;
import static io.counterpart.channel.offline.OfflineUploadIT.UPLOADS;
import static io.counterpart.channel.offline.OfflineUploadIT.upload;
import static org.assertj.core.api.Assertions.assertThat;

/** Operations of an offline till in a channel that calls HQ first. */
class OfflineSyncModeIT extends ChannelServiceContext {

    private UUID lee = UUID.randomUUID();

    @BeforeEach
    void createAtHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());
        lee = UUID.fromString(station.post(CUSTOMERS, "{\"lastName\": \"Lee\"}").text("asyncCustomerId"));
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

    @Test
    void areStoredAsPendingOperationsWithoutACallToHeadquarters() {
        Response answer = upload(station, edit(lee, "lastName", "Lee", "Ohm"));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("APPLIED 200");
        assertThat(answer.json().at("/items/0/customer/pendingOperations").asInt())
                .isEqualTo(1);
        assertThat(REAL_TIME.receivedRequestsFor(lee)).hasSize(1);
        assertThat(logged(jdbc, lee))
                .extracting(CustomerOperation::operationNumber)
                .containsExactly(2);
    }

    @Test
    void goThroughHeadquartersWhereEditingInAsyncModeIsDisabledAndWaitForIt() {
        runFeatures(Features.PERFORMANCE_IMPROVEMENTS);
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));
        String name = edit(lee, "lastName", "Lee", "Ohm");
        String title = edit(lee, "title", null, "Dr.");

        String body = "{\"items\": [%s, %s]}".formatted(name, title);
        String key = UUID.randomUUID().toString();

        Response unreachable = station.post(UPLOADS, body, "Idempotency-Key", key);
        REAL_TIME.behave(REAL_TIME.doing());
        // The stored response would say the same for ever.
        Response again = station.post(UPLOADS, body, "Idempotency-Key", key);

        assertThat(outcomes(unreachable)).as(unreachable.body()).containsExactly("RETRY 503", "RETRY 503");
        assertThat(problem(unreachable, 0)).isEqualTo("/problems/headquarters-unreachable");
        assertThat(outcomes(again)).as(again.body()).containsExactly("APPLIED 200", "APPLIED 200");
        assertThat(logged(jdbc, lee)).isEmpty();
    }

    @Test
    void ofAPendingCustomerAreSentAgainWhereEditingInAsyncModeIsDisabled() {
        runFeatures(Features.PERFORMANCE_IMPROVEMENTS);
        UUID ann = UUID.randomUUID();

        Response answer = upload(
                station, item("CREATE_CUSTOMER", ann, "\"lastName\": \"Lee\""), edit(ann, "lastName", "Lee", "Ohm"));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("APPLIED 201", "RETRY 409");
        assertThat(problem(answer, 1)).isEqualTo("/problems/edit-not-available-while-pending");
    }
}
