package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HQ's rejections reach the channels, different people remain different customers, and a wrong clock does not win all
 * conflicts.
 */
@HqManualContext
class TrueStateIT {

    private static final String PATH = "/api/v1/synchronization-operations/";
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    ImmediateConversion conversion;

    @Autowired
    ApplicationContext context;

    private final UUID id = UUID.randomUUID();
    private String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
    }

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
    void refusesAnotherPersonUnderTheSameId() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(work.texts("select first_name || ' ' || email from customer"))
                .containsExactly("Ann ann@example.com");
        assertThat(work.number("select count(*) from customer_contact")).isEqualTo(1);
        assertThat(work.texts("select status || ' ' || error_code from open_operation"))
                .containsExactly("FAILED async-customer-id-in-use");
        assertThat(unapplied()).containsExactly("online 1 FAILED async-customer-id-in-use");
    }

    @Test
    void refusesAnotherPersonWhoComesInTheSameInstant() {
        synchronize(
                OperationFixtures.creation(id),
                creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com")));

        assertThat(work.texts("select status || ' ' || error_code from open_operation"))
                .containsExactly("FAILED async-customer-id-in-use");
        assertThat(unapplied()).containsExactly("online 1 FAILED async-customer-id-in-use");
    }

    @Test
    void takesTheSamePersonWhomATillSentTwice() {
        CustomerOperation creation = OperationFixtures.creation(id);
        synchronize(creation);
        synchronize(OperationFixtures.operation(id, "online", 1, creation.body()));

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.number("select count(*) from customer_address")).isEqualTo(1);
    }

    @Test
    void aPersonDecidesThatItIsTheSamePerson() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Anne", "Lee", "ann@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/link", "{\"customer\": \"C-0000001\"}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");

        assertThat(work.texts("select first_name from customer")).containsExactly("Ann");
        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select error_text from operation_attempt where outcome = 'OVERRIDDEN'"))
                .singleElement()
                .asString()
                .contains("firstName", "Anne");
    }

    @Test
    void aPersonCreatesTheOtherPersonUnderANewId() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/synchronize", "{\"createAnyway\": true}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
        assertThat(client.post(operator, PATH + other.operationId() + "/synchronize", "{\"createAnyway\": true}"))
                .hasStatus(409);

        assertThat(work.texts("select first_name || ' ' || account_number from customer order by 1"))
                .containsExactly("Ann C-0000001", "Bob C-0000002");
        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select first_name from customer where async_customer_id = '" + id + "'"))
                .containsExactly("Ann");
    }

    @Test
    void aPersonSkipsTheOtherPersonsCreation() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/ignore", "{\"reason\": \"Created again\"}"))
                .hasStatusOk();

        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select first_name from customer")).containsExactly("Ann");
    }

    @Test
    void anEditFromTheFutureDoesNotBeatWhatComesAfterIt() {
        synchronize(OperationFixtures.creation(id));
        synchronize(
                OperationFixtures.operation(id, "online", 1, YEAR_9999, edit("ann@example.com", "future@example.com")));

        Instant now = Instant.now();
        synchronize(OperationFixtures.operation(id, "harbor", 2, now, edit("future@example.com", "now@example.com")));
        conversion.convert(
                OperationFixtures.operation(id, "hq", 1, Instant.now(), edit("now@example.com", "hq@example.com")));

        assertThat(work.texts("select email from customer")).containsExactly("hq@example.com");
        assertThat(work.number("select count(*) from async_operation where occurred_at > now() + interval '6 minutes'"))
                .isZero();
    }

    @Test
    void aFutureTimeThatIsStoredAlreadyBeatsNobody() {
        synchronize(OperationFixtures.creation(id));
        work.jdbcUpdate(
                "update customer set unchanged_since = null, changed_at = '{\"email\": \"%s\"}'".formatted(YEAR_9999));

        synchronize(OperationFixtures.operation(
                id, "harbor", 2, Instant.now().minusSeconds(3), edit("ann@example.com", "now@example.com")));

        assertThat(work.texts("select email from customer")).containsExactly("now@example.com");
    }

    @Test
    void aHeartbeatFromTheFutureDoesNotBlockLaterOnes() {
        heartbeat(YEAR_9999, 1);
        heartbeat(Instant.now().minusSeconds(3600), 2);

        assertThat(work.texts("select report ->> 'waitingOperations' from channel_heartbeat"))
                .containsExactly("2");
        heartbeat(YEAR_9999, 3);
        assertThat(work.number("select count(*) from channel_heartbeat where at > now()"))
                .isZero();
    }

    @Test
    void cutsTheTimesOfASessionAndLeavesOneThatRunsUnfinished() {
        report("""
                {"kind": "UPLOAD_SESSION", "schemaVersion": 1, "id": "%s", "channelDatabase": "harbor", "counterFrom": 1,
                  "counterTo": 2, "rows": 2, "status": "RUNNING", "tryCount": 1, "startedAt": "%s", "finishedAt": null}
                """.formatted(id, YEAR_9999));

        assertThat(work.number("""
                select count(*) from upload_session
                where started_at < now() + interval '6 minutes' and finished_at is null
                """)).isEqualTo(1);
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

    private void heartbeat(Instant at, int waiting) {
        report("""
                {"kind": "HEARTBEAT", "schemaVersion": 1, "channelDatabase": "harbor", "at": "%s",
                  "waitingOperations": %d, "held": false, "channelVersions": {}, "globalVersion": 0}
                """.formatted(at, waiting));
    }

    private void report(String report) {
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"), "on", List.of(TestDriver.record("harbor", report, 0)));
    }

    private CustomerOperation creationAt(String channelDatabase, CustomerProfile profile) {
        return OperationFixtures.operation(
                id,
                channelDatabase,
                1,
                OperationFixtures.creation(id, profile, null).body());
    }

    private CustomerOperation tooLong(int number) {
        return OperationFixtures.edit(id, number, new FieldChange("firstName", "Ann", "x".repeat(101)));
    }

    private CustomerOperation email(int number, String email) {
        return OperationFixtures.edit(id, number, new FieldChange("email", "ann@example.com", email));
    }

    private static OperationBody edit(String before, String after) {
        return new OperationBody.EditProfile(List.of(new FieldChange("email", before, after)));
    }

    private void synchronize(CustomerOperation... operations) {
        work.stage(List.of(operations));
        work.synchronize();
    }

    private List<String> unapplied() {
        return work.texts("""
                select one ->> 'source' || ' ' || (one ->> 'operationNumber') || ' ' || (one ->> 'status')
                  || ' ' || coalesce(one ->> 'code', '-')
                from (
                  select payload from distribution_log where aggregatetype = 'cdx.1010'
                  order by aggregateversion desc limit 1) last,
                  json_array_elements(payload -> 'unappliedOperations') as one
                """);
    }
}
