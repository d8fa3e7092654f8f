package io.counterpart.hq.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.edit.ErasedOperationSql;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** The personal data of a customer are erased in all tables of HQ, and nothing brings them back. */
@HqManualContext
class ErasureIT extends PersonalDataSupport {

    @Autowired
    OperationReader reader;

    @Test
    void refusesWithoutAReasonWithPersonalDataAsReferenceAndForAnotherVersion() {
        UUID customer = customer();

        assertThat(erase(customer, "{}")).hasStatus(422);
        assertThat(erase(customer, "{\"reason\": \"CUSTOMER_REQUEST\", \"reference\": \"ann@example.com\"}"))
                .hasStatus(422);
        assertThat(http.post()
                        .uri(PATH + customer + "/erasure")
                        .header(HttpHeaders.AUTHORIZATION, api)
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REASON)
                        .exchange())
                .hasStatus(412);
        assertThat(client.get(api, PATH + UUID.randomUUID() + "/erasure")).hasStatus(404);
        assertThat(traces()).isNotEmpty();
    }

    @Test
    void thePreviewSaysWhatThereIsAndWhatHappensToOpenOperations() {
        UUID customer = customer();

        JsonNode preview = work.tree(client.get(api, PATH + customer + "/erasure"));

        assertThat(preview.path("erasedAt").isNull()).isTrue();
        assertThat(preview.path("rows").path("async_operation").asInt()).isEqualTo(5);
        assertThat(preview.path("rows").path("sales_order").asInt()).isEqualTo(1);
        assertThat(preview.path("rows").path("customer_address").asInt()).isEqualTo(1);
        assertThat(preview.path("openOperations")
                        .valueStream()
                        .map(it -> it.path("status").asString()))
                .containsExactly("FAILED", "WAITING");
        assertThat(work.count("customer_address")).isEqualTo(1);
    }

    @Test
    void nothingRemainsInAnyTable() {
        UUID customer = customer();
        scatter(customer);
        assertThat(traces()).hasSizeGreaterThan(12);

        MvcTestResult done = erase(customer, REASON);

        assertThat(done).hasStatusOk();
        assertThat(traces()).isEmpty();
        assertThat(work.texts("select account_number || blocked || (erased_at is not null) from customer"))
                .containsExactly("C-0000001truetrue");
        assertThat(work.count("async_operation")).isEqualTo(5);
        assertThat(work.number("select count(*) from retailasynccustomerv2")).isEqualTo(4);
        assertThat(work.count("sales_order")).isEqualTo(1);
    }

    @Test
    void notesAreExportedAndErased() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                creation(customer),
                OperationFixtures.operation(
                        customer, "harbor", 2, new OperationBody.AddNote("Quillfeather collects stamps"))));
        work.synchronize();
        assertThat(work.tree(client.get(api, PATH + customer + "/personal-data"))
                        .at("/notes/0/text")
                        .asString())
                .isEqualTo("Quillfeather collects stamps");

        erase(customer, REASON);

        assertThat(work.count("customer_note")).isZero();
        assertThat(traces()).isEmpty();
    }

    @Test
    void openOperationsAreClosedWithAClearState() {
        UUID customer = customer();

        erase(customer, REASON);

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select error_text from operation_attempt where outcome = 'ERASED'"))
                .hasSize(2)
                .allMatch(it -> it.startsWith("Closed without effect"));
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("5");
    }

    @Test
    void theAuditLogSaysWhoAndWhyWithoutPersonalData() {
        UUID customer = customer();

        erase(customer, REASON);

        assertThat(work.texts("select subject || ' ' || (detail ->> 'reason') || ' ' || (detail ->> 'reference')"
                        + " from audit_entry where action = 'erase-customer'"))
                .containsExactly("C-0000001 CUSTOMER_REQUEST DSR-17");
    }

    @Test
    void channelsReceiveTheErasedCustomerAndNothingThatWasNotPublishedBefore() {
        UUID customer = customer();

        erase(customer, REASON);

        assertThat(work.publishedTo("cdx.1010"))
                .filteredOn(it -> it != null)
                .singleElement()
                .asString()
                .contains("\"erasedAt\":\"20", "\"accountNumber\":\"C-0000001\"", customer.toString())
                .doesNotContainIgnoringCase(TRACE);
    }

    @Test
    void aRepetitionChangesNothing() {
        UUID customer = customer();
        erase(customer, REASON);
        long version = work.number("select version from customer");

        assertThat(erase(customer, REASON)).hasStatusOk();

        assertThat(work.number("select version from customer")).isEqualTo(version);
        assertThat(work.number("select count(*) from audit_entry where action = 'erase-customer'"))
                .isEqualTo(1);
    }

    @Test
    void aLateOperationIsClosedWithoutItsValuesAndTheChannelIsTold() {
        UUID customer = customer();
        erase(customer, REASON);
        long version = work.number("select version from customer");

        work.stage(List.of(creation(customer), edit(customer, 9, "Quillfeather-Late"), order(customer, 6)));
        work.synchronize();

        assertThat(traces()).isEmpty();
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.count("sales_order")).isEqualTo(1);
        assertThat(work.number("select version from customer")).isEqualTo(version + 1);
        assertThat(work.texts("select distinct error_code from operation_attempt where outcome = 'ERASED'"))
                .containsExactly("customer-erased");
    }

    // A channel uploads what is left of an operation, and what was never uploaded.
    @ParameterizedTest
    @EnumSource(OperationKind.class)
    void whatIsLeftOfAnOperationIsStillOne(OperationKind kind) {
        String body = work.texts("select (%s)::text from (select '%s'::text as kind, '%s'::uuid as id) as operation"
                        .formatted(ErasedOperationSql.body("kind", "id"), kind, UUID.randomUUID()))
                .get(0);
        CustomerOperation example = edit(UUID.randomUUID(), 1, "Lee");
        String operation =
                work.json(example).replaceFirst("\"body\":\\{.*?\\]\\}", "\"body\":" + body.replace("$", ""));

        assertThat(reader.read(operation).kind()).isEqualTo(kind);
    }

    @Test
    void theRealTimeServiceRefusesEditsOrdersAndCards() {
        UUID customer = customer();
        erase(customer, REASON);
        String harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");

        MvcTestResult edit =
                client.post(harbor, "/realtime/v1/operations", work.json(edit(customer, 6, "Quillfeather-Call")));
        MvcTestResult card = client.post(
                harbor,
                "/realtime/v1/loyalty-cards",
                work.json(Map.of(
                        "requestId",
                        UUID.randomUUID(),
                        "asyncCustomerId",
                        customer,
                        "channel",
                        "HARBOR",
                        "channelDatabase",
                        "harbor")));

        assertThat(edit).hasStatus(422);
        assertThat(work.tree(edit).path("code").asString()).isEqualTo("customer-erased");
        assertThat(card).hasStatus(410);
        assertThat(traces()).isEmpty();
    }

    @Test
    void aCustomerThatIsOnlyStagedGetsANumberAndIsErased() {
        var customer = UUID.randomUUID();
        work.hold("synchronize-customers-and-channel-requests", true);
        work.stage(List.of(creation(customer), edit(customer, 2, "Quillfeather-Ohm")));

        assertThat(erase(customer, REASON)).hasStatusOk();

        assertThat(traces()).isEmpty();
        work.hold("synchronize-customers-and-channel-requests", false);
        work.synchronize();
        assertThat(work.texts("select account_number from customer where erased_at is not null"))
                .containsExactly("C-0000001");
    }

    @Test
    void theSignInOfAnErasedCustomerBelongsToNobody() {
        UUID customer = customer();
        erase(customer, REASON);
        var again = UUID.randomUUID();

        work.stage(List.of(creation(again)));
        work.synchronize();

        assertThat(work.texts("select account_number from customer where identity_subject is not null"))
                .containsExactly("C-0000002");
    }

    // Text in which the values of the customer may be, beside its operations.
    private void scatter(UUID customer) {
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, key, value, reason, arrived_at) values
                  ('cdx.p-0001', 0, 1, '%1$s',
                    convert_to('{"asyncCustomerId": "%1$s", "lastName": "Quillfeather"', 'UTF8'),
                    'Unreadable: invalid JSON', now()),
                  ('cdx.p-0001', 0, 2, null, convert_to('mail ann@quillfeather.example', 'UTF8'), 'Unreadable: x', now())
                """.formatted(customer));
        work.jdbcUpdate(
                "insert into bulk_repair (id, words, status, total, per_second, edit_field, edit_value, started_by,"
                        + " started_at) values (gen_random_uuid(), 'customer ann@quillfeather.example', 'FINISHED', 1, 10, 'email',"
                        + " 'ann@quillfeather.example', 'olga', now())");
        work.jdbcUpdate("insert into failure_note (error_code, note, author, at) values"
                + " ('value-too-long', 'Called Ann Quillfeather Quillfeather-Lee', 'olga', now())");
        work.jdbcUpdate(
                "insert into audit_entry (at, actor, action, subject, detail, changes) values"
                        + " (now(), 'olga', 'edit-customer', 'C-0000001', '{\"reason\": \"Quillfeather asked\"}',"
                        + " '[{\"field\": \"lastName\", \"newValue\": \"Quillfeather\"}]'),"
                        + " (now(), 'olga', 'synchronize-all', 'filter', '{\"customer\": \"ann@quillfeather.example\"}', null)");
        work.jdbcUpdate("insert into operation_edit (recid, version, payload, edited_by, edited_at)"
                + " select recid, 1, payload, 'olga', now() from async_operation");
        work.jdbcUpdate("insert into realtime_operation (id, async_customer_id, channel_database, operation_number,"
                + " applied_at, payload) select gen_random_uuid(), async_customer_id, 'online', 1, now(), payload"
                + " from async_operation limit 1");
        work.jdbcUpdate("update bulk_repair set last_error = 'ann@quillfeather.example'");
    }
}
