package io.counterpart.hq.operation;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationSkipIT extends OperationDecisionSupport {

    @Test
    void ignoresAnEditSoThatLaterOnesGoOn() {
        var creation = OperationFixtures.creation();
        var id = creation.asyncCustomerId();
        var bad = OperationFixtures.edit(id, 2, new FieldChange("firstName", "Ann", "x".repeat(101)));
        work.stage(List.of(
                creation,
                bad,
                OperationFixtures.edit(id, 3, new FieldChange("email", "ann@example.com", "b@example.com"))));
        work.synchronize();
        String path = PATH + "/" + bad.operationId() + "/ignore";

        assertThat(client.post(operator, path, "{\"reason\": \" \"}")).hasStatus(422);
        assertThat(client.post(operator, path, "{\"reason\": \"Typed by a cat\"}"))
                .hasStatusOk();
        work.synchronize();

        assertThat(work.texts("select first_name || ' ' || email from customer"))
                .containsExactly("Ann b@example.com");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select detail ->> 'reason' from audit_entry")).containsExactly("Typed by a cat");
    }

    @Test
    void ignoresAnEditOfACustomerThatHqDoesNotKnow() {
        var edit = editOfAnUnknownCustomer(UUID.randomUUID());
        String operation = PATH + "/" + edit.operationId();
        assertThat(client.get(operator, operation))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("WAITING");

        assertThat(client.post(operator, operation + "/ignore", "{\"reason\": \"No such customer\"}"))
                .hasStatusOk();
        work.synchronize();

        assertThat(work.count("open_operation")).isZero();
        assertThat(client.get(operator, "/api/v1/pipeline")).bodyText().doesNotContain("\"waiting\":1");
        assertThat(client.post(operator, operation + "/ignore", "{\"reason\": \"Again\"}"))
                .hasStatus(409);
    }

    @Test
    void skipsTheIgnoredEditWhenItsCustomerArrivesAfterAll() {
        var creation = OperationFixtures.creation();
        var edit = editOfAnUnknownCustomer(creation.asyncCustomerId());
        client.post(operator, PATH + "/" + edit.operationId() + "/ignore", "{\"reason\": \"No such customer\"}");

        work.stage(List.of(
                creation,
                OperationFixtures.edit(
                        creation.asyncCustomerId(), 3, new FieldChange("email", "ann@example.com", "b@example.com"))));
        work.synchronize();
        work.synchronize();

        assertThat(work.texts("select first_name || ' ' || email from customer"))
                .containsExactly("Ann b@example.com");
        assertThat(work.count("open_operation") + work.count("skipped_operation"))
                .isZero();
    }

    private CustomerOperation editOfAnUnknownCustomer(UUID customer) {
        var edit = OperationFixtures.edit(customer, 2, new FieldChange("firstName", "Ann", "Nobody"));
        work.stage(List.of(edit));
        work.synchronize();
        return edit;
    }

    @Test
    void doesNotIgnoreANewCustomer() {
        var broken = broken();
        work.stage(List.of(broken));
        work.synchronize();

        assertThat(client.post(operator, PATH + "/" + broken.operationId() + "/ignore", "{\"reason\": \"no\"}"))
                .hasStatus(409);
    }
}
