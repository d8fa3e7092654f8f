package io.counterpart.hq;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.testing.HqRunningContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqRunningContext
class HqConversionIT extends HqServiceSupport {

    @Autowired
    MeterRegistry meters;

    @Test
    void convertsWhatAChannelUploadsAndGoesOnAfterGarbage() {
        var first = OperationFixtures.creation();
        var second = OperationFixtures.creation();
        send(first.asyncCustomerId(), json.write(first));
        send(second.asyncCustomerId(), "this is no JSON");
        send(second.asyncCustomerId(), json.write(second).replace("\"operationNumber\":1", "\"operationNumber\":-1"));
        send(second.asyncCustomerId(), json.write(second));

        var converted = List.of(
                first.asyncCustomerId().toString(), second.asyncCustomerId().toString());
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(read(Topics.CUSTOMERS_CONVERTED))
                        .extracting(ConsumerRecord::key)
                        .containsAll(converted));
        assertThat(read(Topics.CUSTOMERS_1010)).anySatisfy(record -> {
            assertThat(record.value()).isNotNull();
            var snapshot = json.read(record.value(), CustomerSnapshot.class);
            assertThat(snapshot.asyncCustomerId()).isEqualTo(second.asyncCustomerId());
            assertThat(record.key()).isEqualTo(snapshot.accountNumber()).startsWith("C-");
            assertThat(snapshot.uploadedAt()).isNotNull();
            assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .isEqualTo("CustomerSnapshot");
        });
        assertThat(read("cdx.p-0001.dlt"))
                .filteredOn(
                        record -> record.key().equals(second.asyncCustomerId().toString()))
                .hasSize(2);
    }

    @Test
    void convertsABurst() {
        long before = work.count("customer");
        List<CustomerOperation> burst =
                Stream.generate(OperationFixtures::creation).limit(3_000).toList();
        send(burst.stream()
                .map(creation -> record(creation.asyncCustomerId(), json.write(creation)))
                .toList());

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> work.count("customer") >= before + 3_000);
        Awaitility.await().atMost(SOON).until(() -> work.count("distribution_log") == 0);
        assertThat(work.number("select count(*) - count(distinct account_number) from customer"))
                .isZero();
    }

    @Test
    void publishesPendingCustomersWhileTheJobIsHeld() {
        var creation = OperationFixtures.creation();
        String id = creation.asyncCustomerId().toString();
        assertThat(post("/api/v1/batch-jobs/synchronize-customers-and-channel-requests/hold"))
                .hasStatusOk();
        send(creation.asyncCustomerId(), json.write(creation));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(of(id, Topics.CUSTOMERS_1010))
                        .singleElement()
                        .satisfies(
                                record -> assertThat(text(record)).contains("PENDING_SYNC", "\"accountNumber\":null")));
        assertThat(work.texts("select status from open_operation where async_customer_id = '%s'".formatted(id)))
                .containsExactly("PENDING");
        post("/api/v1/batch-jobs/synchronize-customers-and-channel-requests/release");

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(of(id, Topics.CUSTOMERS_1010))
                        .last()
                        .satisfies(record ->
                                assertThat(record.value()).as("erased").isNull()));
        assertThat(work.texts("select version::text from customer where async_customer_id = '%s'".formatted(id)))
                .containsExactly("2");
    }

    @Test
    void saysOnceThatTheNumbersAreUsedUpAndGoesOnWhenThereAreMore() {
        work.jdbcUpdate("update number_sequence set last_number = next_number - 1");
        var creation = OperationFixtures.creation();
        send(creation.asyncCustomerId(), json.write(creation));

        Awaitility.await().atMost(SOON).until(() -> alarm() == 1);
        work.jdbcUpdate("update number_sequence set last_number = 9999999");
        post("/api/v1/batch-jobs/synchronize-customers-and-channel-requests/run");

        Awaitility.await().atMost(SOON).until(() -> alarm() == 0);
        assertThat(work.accountNumber(creation.asyncCustomerId())).startsWith("C-");
    }

    private double alarm() {
        return meters.get("hq.synchronization.configuration.alarm").gauge().value();
    }

    private MvcTestResult post(String path) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin")
                .exchange();
    }
}
