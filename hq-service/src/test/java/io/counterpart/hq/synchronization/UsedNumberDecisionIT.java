package io.counterpart.hq.synchronization;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class UsedNumberDecisionIT extends UsedNumberSupport {

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

    private CustomerOperation phone(int number, String value) {
        return OperationFixtures.edit(customer, number, new FieldChange("phone", null, value));
    }
}
