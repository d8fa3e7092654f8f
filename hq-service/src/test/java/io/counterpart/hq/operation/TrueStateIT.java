package io.counterpart.hq.operation;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HQ's rejections reach the channels, different people remain different customers, and a wrong clock does not win all
 * conflicts.
 */
@HqManualContext
class TrueStateIT extends TrueStateSupport {

    @Test
    void tellsTheChannelsWhatWasRefusedAndWhatWaitsBehindIt() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation refused = tooLong(2);
        synchronize(refused, email(3, "b@example.com"));
        synchronize(email(4, "c@example.com"));

        assertThat(unapplied())
                .containsExactly("harbor 2 FAILED value-too-long", "harbor 3 WAITING -", "harbor 4 WAITING -");
        assertThat(work.texts("""
                        select one ->> 'reason' from distribution_log,
                          json_array_elements(payload -> 'unappliedOperations') as one
                        where aggregateversion = 3 and one ->> 'status' = 'FAILED'
                        """)).hasSize(1).doesNotContainNull();
    }

    @Test
    void tellsNothingOfOperationsThatOnlyComeBeforeTheirTurn() {
        synchronize(OperationFixtures.creation(id));

        synchronize(email(3, "b@example.com"));

        assertThat(work.number("select version from customer")).isEqualTo(1);
    }

    @Test
    void tellsTheChannelsThatItWasSkipped() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation refused = tooLong(2);
        synchronize(refused, email(3, "b@example.com"));

        assertThat(client.post(operator, PATH + refused.operationId() + "/ignore", "{\"reason\": \"A slip\"}"))
                .hasStatusOk();
        work.synchronize();

        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select email from customer")).containsExactly("b@example.com");
    }

    @Test
    void tellsTheChannelsWhenTheDatabaseRefusedAnOperation() {
        synchronize(OperationFixtures.creation(id));
        work.jdbcUpdate("alter table customer add constraint customer_email check (email <> 'bad@example.com')");
        try {
            synchronize(email(2, "bad@example.com"));
        } finally {
            work.jdbcUpdate("alter table customer drop constraint customer_email");
        }

        assertThat(unapplied()).containsExactly("harbor 2 FAILED DataIntegrityViolationException");
    }

    @Test
    void aRefusalDoesNotMakeAnEditorAtHeadquartersStale() {
        synchronize(OperationFixtures.creation(id));
        synchronize(tooLong(2));

        assertThat(client.get(operator, "/api/v1/customers/" + id)).headers().hasValue("ETag", "\"1\"");
    }

    @Test
    void listsEntriesOfTheAuditThatHaveNoDetail() {
        work.jdbcUpdate(
                "insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'change', 'group')");

        assertThat(client.get(operator, "/api/v1/audit-entries"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"actor\": \"ada\", \"detail\": null}]}");
    }

    private CustomerOperation tooLong(int number) {
        return OperationFixtures.edit(id, number, new FieldChange("firstName", "Ann", "x".repeat(101)));
    }
}
