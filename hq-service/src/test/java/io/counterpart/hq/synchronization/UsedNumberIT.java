package io.counterpart.hq.synchronization;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.synchronization.ImmediateConversion.ConversionResult;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations whose number another operation of the same customer and channel database has used. */
@HqManualContext
class UsedNumberIT extends UsedNumberSupport {

    @Autowired
    ImmediateConversion conversion;

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

    private List<String> codes() {
        return work.texts("select error_code from open_operation");
    }
}
