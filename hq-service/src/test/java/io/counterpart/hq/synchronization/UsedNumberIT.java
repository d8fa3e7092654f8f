package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations whose number another operation of the same customer and channel database has used. */
@HqManualContext
class UsedNumberIT {

    private static final String PATH = "/api/v1/synchronization-operations/";

    @Autowired
    ApiClient client;

    @Autowired
    ImmediateConversion conversion;

    @Autowired
    TestDriver work;

    private final UUID customer = UUID.randomUUID();
    private String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
        convert(OperationFixtures.creation(customer));
    }

    @Test
    void isAFailureThatAPersonSees() {
        convert(email(2, "first@example.com"));
        var second = email(2, "second@example.com");

        convert(second);

        assertThat(emails()).containsExactly("first@example.com");
        assertThat(client.get(operator, PATH + second.operationId())).bodyJson().isLenientlyEqualTo("""
                {"status": "FAILED", "errorCode": "operation-number-used", "operationNumber": 2}
                """);
        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
    }

    @Test
    void isNoConflictWhenTheSameOperationComesAgain() {
        var first = email(2, "first@example.com");
        convert(first);
        convert(first);
        conversion.convert(first);

        assertThat(work.count("open_operation")).isZero();
        assertThat(emails()).containsExactly("first@example.com");
    }

    @Test
    void isNoConflictWhenTheRealTimeCallWasFollowedByItsStagedCopy() {
        var first = email(2, "first@example.com");
        conversion.convert(first);

        convert(first);

        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void isSeenWhenTheNumberWasUsedByARealTimeEdit() {
        conversion.convert(email(2, "first@example.com"));
        var second = email(2, "second@example.com");

        convert(second);

        assertThat(codes()).containsExactly("operation-number-used");
        assertThat(emails()).containsExactly("first@example.com");
    }

    @Test
    void isRefusedAtTheRealTimeService() {
        convert(email(2, "first@example.com"));

        ConversionResult outcome = conversion.convert(email(2, "second@example.com"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ConversionResult.Rejected.class,
                        it -> assertThat(it.code()).isEqualTo("operation-number-used"));
    }

    @Test
    void isSeenWithinOneBatch() {
        work.stage(List.of(email(2, "first@example.com"), email(2, "second@example.com")));
        work.synchronize();

        assertThat(codes()).containsExactly("operation-number-used");
        assertThat(emails()).containsExactly("first@example.com");
    }

    @Test
    void isNoConflictWhenTheSameCustomerIsCreatedAgain() {
        convert(OperationFixtures.creation(customer));

        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void isAConflictWhenAnotherPersonIsCreatedUnderTheSameId() {
        restored();

        convert(OperationFixtures.creation(customer, OperationFixtures.profile("Bob", "Ray", "bob@example.com"), null));

        assertThat(codes()).containsExactly("operation-number-used");
        assertThat(emails()).containsExactly("ann@example.com");
    }

    @Test
    void staysAppliedWhenTheHistoryOfTheNumberIsGone() {
        convert(email(2, "first@example.com"));
        work.jdbcUpdate("delete from async_operation where operation_number = 2");

        convert(email(2, "second@example.com"));

        assertThat(work.count("open_operation")).isZero();
        assertThat(emails()).containsExactly("first@example.com");
    }

    @Test
    void isAppliedAsTheNextOperationWhenAPersonRetriesIt() {
        convert(email(2, "first@example.com"));
        var second = email(2, "second@example.com");
        convert(second);

        assertThat(client.post(operator, PATH + second.operationId() + "/synchronize", null))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"SUCCEEDED\", \"operationNumber\": 3}");
        assertThat(emails()).containsExactly("second@example.com");
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("3");
        assertThat(work.texts("select outcome || ': ' || error_text from operation_attempt where attempt = 2"))
                .containsExactly("RENUMBERED: Applied as operation 3: number 2 was used by another operation.");
        assertThat(work.texts("select action from audit_entry")).contains("apply-as-next");
    }

    @Test
    void doesNotHoldUpTheOperationsBehindIt() {
        convert(email(2, "first@example.com"));
        convert(email(2, "second@example.com"));
        convert(email(4, "fourth@example.com"));
        assertThat(work.texts("select status from open_operation order by operation_number"))
                .containsExactly("FAILED", "WAITING");

        convert(email(3, "third@example.com"));

        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
        assertThat(emails()).containsExactly("fourth@example.com");
    }

    @Test
    void isLeftOutWhenAPersonWantsThat() {
        convert(email(2, "first@example.com"));
        var second = email(2, "second@example.com");
        convert(second);

        assertThat(client.post(operator, PATH + second.operationId() + "/ignore", "{\"reason\": \"Typed twice\"}"))
                .hasStatusOk();
        assertThat(work.count("open_operation")).isZero();
        assertThat(emails()).containsExactly("first@example.com");
    }

    @Test
    void isAppliedAsTheNextOperationsWhileTheChannelDatabaseRecoversFromARestore() {
        work.stage(List.of(email(2, "lost-2@example.com"), email(3, "lost-3@example.com")));
        work.synchronize();
        restored();

        work.stage(List.of(phone(2, "+1 555 0102"), email(3, "new-3@example.com"), email(4, "new-4@example.com")));
        work.synchronize();

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select email || ' ' || phone || ' ' || (applied_operations ->> 'harbor') from customer"))
                .containsExactly("new-4@example.com +1 555 0102 6");
        assertThat(work.numbers("select operation_number from async_operation order by recid"))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        // The channel has to take the complete content, because it differs from what its own operations produced.
        assertThat(work.texts("select coalesce(unchanged_since, 'nobody') from customer"))
                .containsExactly("nobody");
    }

    private void restored() {
        work.jdbcUpdate("""
                insert into channel_restore (id, channel_database, detected_at, reported_counter, highest_counter)
                values (gen_random_uuid(), 'harbor', now(), 1, 3)
                """);
    }

    private void convert(CustomerOperation operation) {
        work.stage(List.of(operation));
        work.synchronize();
    }

    private CustomerOperation email(int number, String value) {
        return OperationFixtures.edit(customer, number, new FieldChange("email", null, value));
    }

    private CustomerOperation phone(int number, String value) {
        return OperationFixtures.edit(customer, number, new FieldChange("phone", null, value));
    }

    private List<String> emails() {
        return work.texts("select email from customer");
    }

    private List<String> codes() {
        return work.texts("select error_code from open_operation");
    }
}
