package io.counterpart.channel.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.AvailableOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Operations that HQ misses, or has not acknowledged for a long time, are uploaded again; others are not. */
class UploadRerunIT extends ChannelServiceContext {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private UploadRerunService service;

    @BeforeEach
    void watchNothing() {
        await().atMost(SOON).until(() -> number("select count(*) from async_operation_queue") == 0);
        jdbc.update("delete from unacknowledged_operation");
        jdbc.update("delete from log_position");
        jdbc.update("update acknowledgement_check set checked_to ="
                + " (select coalesce(max(replication_counter), 0) from async_operation)");
    }

    @Test
    void uploadsASpanAgainThatHqMisses() {
        String id = published();
        long counter = counterOf(id);

        request(counter, counter);

        await().atMost(SOON).until(() -> reruns(id).size() == 1);
        assertThat(HQ.recordsOf(Topics.P_0001, id)).hasSize(2);
        await().atMost(SOON)
                .until(() -> number("select count(*) from upload_session as again join upload_session as first"
                                + " on first.id = again.rerun_for where again.rerun and not first.rerun and again.counter_from = "
                                + counter)
                        == 1);
        await().atMost(SOON).until(() -> reported("\"rerun\":true", "\"counterFrom\":" + counter + ","));
    }

    // Some counters of the range were never used, or their operations are gone.
    @Test
    void reportsWhichOperationsOfTheRangeItHas() {
        long first = counterOf(published());
        String gone = published();
        long last = counterOf(published());
        long lost = counterOf(gone);
        jdbc.update("delete from async_operation where aggregateid = ?", gone);
        List<Long> kept = jdbc.queryForList(
                "select replication_counter from async_operation where replication_counter between ? and ? order by 1",
                Long.class,
                first,
                last + 5);

        UUID request = request(first, last + 5);

        await().atMost(SOON).until(() -> !answersTo(request).isEmpty());
        assertThat(answersTo(request)).singleElement().satisfies(answer -> {
            assertThat(answer.counterFrom()).isEqualTo(first);
            assertThat(answer.counterTo()).isEqualTo(last + 5);
            assertThat(answer.available()).isEqualTo(CounterSpans.of(kept));
            assertThat(answer.available()).noneMatch(span -> span.from() <= lost && lost <= span.to());
        });
        UUID nothing = request(lost, lost);
        await().atMost(SOON).until(() -> !answersTo(nothing).isEmpty());
        assertThat(answersTo(nothing))
                .singleElement()
                .extracting(AvailableOperations::available)
                .isEqualTo(List.of());
    }

    // An older HQ sends no id, and would reject a report of a kind that it does not know.
    @Test
    void reportsNothingToAnHqThatDoesNotAskForIt() {
        String id = published();
        long counter = counterOf(id);

        command(new JobCommand(
                JobCommand.SCHEMA_VERSION,
                CHANNEL_DATABASE,
                "P-0001",
                JobCommand.Action.UPLOAD_AGAIN,
                null,
                Instant.now(),
                counter,
                counter,
                null,
                null,
                null,
                null));
        await().atMost(SOON).until(() -> reruns(id).size() == 1);
        UUID later = request(counter, counter);
        await().atMost(SOON).until(() -> !answersTo(later).isEmpty());

        assertThat(answers())
                .filteredOn(answer -> answer.counterFrom() == counter)
                .hasSize(1);
    }

    // Single counters with gaps between them are the most spans that a range can have.
    @Test
    void answersInPartsWhenTheLogHasManyGaps() {
        String id = published();
        long highest = number("select highest_counter from p_job_setting");
        jdbc.update("""
                insert into async_operation overriding system value
                select (jsonb_populate_record(operation, jsonb_build_object(
                  'replication_counter', 9000000 + 2 * n, 'id', gen_random_uuid()))).*
                from async_operation as operation cross join generate_series(1, 1500) as n
                where aggregateid = ?
                """, id);
        try {
            UUID request = request(9_000_001, 9_005_000);

            await().atMost(SOON).until(() -> answersTo(request).size() == 2);
            assertThat(answersTo(request))
                    .extracting(
                            AvailableOperations::counterFrom,
                            AvailableOperations::counterTo,
                            it -> it.available().size())
                    .containsExactly(tuple(9_000_001L, 9_002_000L, 1000), tuple(9_002_001L, 9_005_000L, 500));
            await().atMost(SOON).until(() -> number("select count(*) from async_operation_queue") == 0);
        } finally {
            jdbc.update("delete from async_operation_queue where replication_counter > 9000000");
            jdbc.update("delete from async_operation where replication_counter > 9000000");
            jdbc.update("update p_job_setting set highest_counter = ?", highest);
        }
    }

    // HQ has lost it in a restore of its database, and knows the customer from a snapshot.
    @Test
    void uploadsWhatHqRequestsEvenIfASnapshotHasAcknowledgedIt() {
        String acknowledged = published();
        acknowledge(acknowledged);

        request(counterOf(acknowledged), counterOf(acknowledged));

        await().atMost(SOON).until(() -> reruns(acknowledged).size() == 1);
    }

    @Test
    void doesNotUploadAnOperationOfAnIdThatHqLinkedToAnotherCustomerByItself() {
        String customer = published();
        acknowledge(customer);
        String linked = published();
        jdbc.update("insert into customer_alias values (?, ?::uuid)", linked, customer);
        String missed = published();

        service.check();
        aQuarterOfAnHourPasses();
        service.check();

        await().atMost(SOON).until(() -> reruns(missed).size() == 1);
        assertThat(reruns(linked)).isEmpty();
    }

    @Test
    void uploadsAgainWhatHqHasNotAcknowledgedForLongAndThenWaitsLonger() {
        String missed = published();
        String acknowledged = published();
        acknowledge(acknowledged);
        fromTheFuture(missed);
        service.check();
        assertThat(watched()).isEmpty();
        aQuarterOfAnHourPasses();
        String young = published();

        service.check();

        await().atMost(SOON).until(() -> reruns(missed).size() == 1);
        assertThat(watched()).containsExactly(counterOf(missed));
        service.check();
        assertThat(watched()).containsExactly(counterOf(missed));
        assertThat(number("select round(extract(epoch from next_attempt_at - now()) / 60)::bigint"
                        + " from unacknowledged_operation"))
                .isEqualTo(15);

        await().atMost(SOON).until(() -> number("select count(*) from async_operation_queue") == 0);
        makeDue();
        service.check();
        await().atMost(SOON).until(() -> reruns(missed).size() == 2);
        assertThat(number("select round(extract(epoch from next_attempt_at - now()) / 60)::bigint"
                        + " from unacknowledged_operation"))
                .isEqualTo(30);
        assertThat(reruns(acknowledged)).isEmpty();
        assertThat(reruns(young)).isEmpty();
    }

    @Test
    void forgetsWhatIsAcknowledgedMeanwhile() {
        String missed = published();
        service.check();
        aQuarterOfAnHourPasses();
        service.check();
        await().atMost(SOON).until(() -> reruns(missed).size() == 1);

        acknowledge(missed);
        makeDue();
        service.check();

        assertThat(watched()).isEmpty();
        assertThat(reruns(missed)).hasSize(1);
    }

    private String published() {
        String id = harbor.post(CUSTOMERS, "{\"lastName\": \"Uploaded\"}").text("asyncCustomerId");
        await().atMost(SOON).until(() -> !HQ.recordsOf(Topics.P_0001, id).isEmpty());
        await().atMost(SOON)
                .until(() ->
                        number("select count(*) from upload_session where not rerun and counter_to >= " + counterOf(id))
                                > 0);
        await().atMost(SOON).until(() -> number("select count(*) from async_operation_queue") == 0);
        return id;
    }

    private UUID request(long from, long to) {
        UUID request = UUID.randomUUID();
        command(JobCommand.uploadAgain(CHANNEL_DATABASE, request, from, to, Instant.now()));
        return request;
    }

    private void command(JobCommand command) {
        HQ.publish(Topics.CONTROL, CHANNEL_DATABASE, command);
    }

    private static List<AvailableOperations> answersTo(UUID request) {
        return answers().stream()
                .filter(answer -> answer.request().equals(request))
                .toList();
    }

    private static List<AvailableOperations> answers() {
        return HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                .map(report -> new String(report.value(), StandardCharsets.UTF_8))
                .filter(report -> report.contains("AVAILABLE_OPERATIONS"))
                .map(report -> (AvailableOperations) MessageJson.read(report, ChannelReport.class))
                .toList();
    }

    private void acknowledge(String id) {
        jdbc.update("update customer set applied_operation = last_operation where async_customer_id = ?::uuid", id);
    }

    // The time of an operation is by the clock of its till, which may be wrong.
    private void fromTheFuture(String id) {
        jdbc.update("update async_operation set created_at = '2099-01-01' where aggregateid = ?", id);
    }

    private void aQuarterOfAnHourPasses() {
        jdbc.update("update log_position set at = at - interval '15 minutes'");
    }

    private void makeDue() {
        jdbc.update("update unacknowledged_operation set next_attempt_at = now() - interval '1 second'");
    }

    private long counterOf(String id) {
        return number("select replication_counter from async_operation where aggregateid = '" + id + "'");
    }

    private List<Long> watched() {
        return jdbc.queryForList("select replication_counter from unacknowledged_operation", Long.class);
    }

    private List<ConsumerRecord<String, byte[]>> reruns(String id) {
        return HQ.recordsOf(Topics.P_0001, id).stream()
                .filter(it -> it.headers().lastHeader(RecordHeaders.RERUN) != null)
                .toList();
    }

    private boolean reported(String... parts) {
        return HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                .map(report -> new String(report.value(), StandardCharsets.UTF_8))
                .anyMatch(report -> Stream.of(parts).allMatch(report::contains));
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }
}
