package io.counterpart.channel.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;

import static org.assertj.core.api.Assertions.assertThat;
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

    private void request(long from, long to) {
        HQ.publish(Topics.CONTROL, CHANNEL_DATABASE, JobCommand.uploadAgain(CHANNEL_DATABASE, from, to, Instant.now()));
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
