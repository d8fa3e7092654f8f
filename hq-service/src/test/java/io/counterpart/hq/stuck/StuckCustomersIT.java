package io.counterpart.hq.stuck;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class StuckCustomersIT extends StuckCustomerSupport {

    @Test
    void whoFailedIsForAnOperatorToRetry() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer, OperationFixtures.profile(null, null, "a@example.com"), null),
                second(customer)));
        work.synchronize();
        assertThat(items()).isEmpty();
        old();

        JsonNode only = only();
        assertThat(only.path("asyncCustomerId").asString()).isEqualTo(customer.toString());
        assertThat(only.path("stage").asString()).isEqualTo("FAILED");
        assertThat(only.path("actor").asString()).isEqualTo("OPERATOR");
        assertThat(only.path("remedy").asString()).isEqualTo("RETRY_OPERATION");
        assertThat(only.path("reason").asString()).isNotBlank();
        assertThat(only.path("operationId").asString()).isNotBlank();

        work.repairPayload(customer, "{body,content,profile,lastName}", "\"Lee\"");
        fix(customer, "OPERATOR").flash().containsEntry("done", "Operation retried.");
        work.synchronize();
        assertThat(items()).isEmpty();
    }

    @Test
    void whatIsDueHealsItselfUnlessItsJobIsHeld() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer, OperationFixtures.profile("Ann", "Lee", "a@example.com"), null)));
        old();
        assertThat(only().path("stage").asString()).isEqualTo("STAGED");
        assertThat(only().path("actor").asString()).isEqualTo("NOBODY");
        assertThat(only().path("remedy").asString()).isEqualTo("RUN_JOB");

        String job = "synchronize-customers-and-channel-requests";
        work.hold(job, true);
        assertThat(only().path("remedy").asString()).isEqualTo("RELEASE_JOB");
        assertThat(only().path("actor").asString()).isEqualTo("OPERATOR");

        fix(customer, "OPERATOR").flash().containsKey("done");
        assertThat(work.texts("select held::text from batch_job where job = '" + job + "'"))
                .containsExactly("false");
    }

    @Test
    void whatCameWithoutItsPredecessorIsBlocked() {
        work.stage(List.of(second(UUID.randomUUID())));
        work.synchronize();
        old();

        assertThat(only().path("stage").asString()).isEqualTo("WAITING");
        assertThat(only().path("remedy").asString()).isEqualTo("UPLOAD_AGAIN");
    }

    private static CustomerOperation second(UUID customer) {
        return OperationFixtures.edit(customer, 2, new FieldChange("phone", "+1 555 0100", "+1 555 0199"));
    }
}
