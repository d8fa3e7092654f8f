package io.counterpart.hq.stuck;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ReportedCustomersIT extends StuckCustomerSupport {

    @Test
    void whatWasUploadedAndTrimmedIsKnownByTheChannelsReport() {
        UUID lost = UUID.randomUUID();
        report(pending(lost, UUID.randomUUID(), true), pending(UUID.randomUUID(), UUID.randomUUID(), false));

        assertThat(items())
                .extracting(it -> it.path("stage").asString())
                .containsExactly("UPLOADED_NOT_STAGED", "NOT_UPLOADED");
        assertThat(items().get(0).path("remedy").asString()).isEqualTo("UPLOAD_AGAIN");
        assertThat(items().get(0).path("channel").asString()).isEqualTo("HARBOR");
        assertThat(items().get(1).path("remedy").asString()).isEqualTo("RUN_JOB");

        heartbeat(1, Instant.now().minusSeconds(600), true);
        assertThat(items().get(1).path("remedy").asString()).isEqualTo("RELEASE_JOB");
        assertThat(items().get(1).path("job").asString()).isEqualTo("P-0001");
    }

    @Test
    void aChannelThatIsSilentIsForTheAdministratorOfItsNetwork() {
        report(pending(UUID.randomUUID(), UUID.randomUUID(), false));
        work.jdbcUpdate("update channel_heartbeat set at = now() - interval '5 minutes'");

        assertThat(only().path("actor").asString()).isEqualTo("STORE_NETWORK_ADMINISTRATOR");
        assertThat(only().path("remedy").asString()).isEqualTo("RESTORE_CONNECTION");
    }

    @Test
    void whatWasConvertedAndNotReturnedIsPublishedAgain() {
        UUID customer = UUID.randomUUID();
        CustomerOperation creation =
                OperationFixtures.creation(customer, OperationFixtures.profile("Ann", "Lee", "a@example.com"), null);
        work.stage(List.of(creation));
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log");
        report(pending(customer, creation.operationId(), true));
        assertThat(only().path("stage").asString()).isEqualTo("CONVERTED_NOT_RETURNED");
        assertThat(only().path("remedy").asString()).isEqualTo("PUBLISH_AGAIN");

        fix(customer, "OPERATOR").flash().containsEntry("done", "Customer published again.");
        assertThat(work.publishedTo(Topics.CUSTOMERS_1010))
                .singleElement()
                .asString()
                .contains(customer.toString());
        assertThat(work.texts("select action from audit_entry")).contains("publish-again");
    }

    @Test
    void aLaterReportReplacesTheListAndAHeartbeatWithoutPendingCustomersEmptiesIt() {
        UUID first = UUID.randomUUID();
        report(pending(first, UUID.randomUUID(), true), pending(UUID.randomUUID(), UUID.randomUUID(), true));
        report(pending(first, UUID.randomUUID(), true));
        assertThat(only().path("asyncCustomerId").asString()).isEqualTo(first.toString());

        work.jdbcUpdate("update pending_customer set reported_at = now() - interval '1 minute'");
        heartbeat(0, null, false);
        assertThat(items()).isEmpty();
    }
}
