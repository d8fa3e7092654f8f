package io.counterpart.hq;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.deadletter.DeadLetterService;
import io.counterpart.hq.testing.HqRunningContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.SignedRecords;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.hq.topics.SignatureProperties;
import io.counterpart.hq.topics.WireJson;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.SignatureState;
import io.counterpart.messaging.signature.BatchSignatureVerifier;
import io.counterpart.messaging.signature.Ed25519Keys;
import io.counterpart.testsupport.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;

@HqRunningContext
class HqServiceIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    RecordSender sender;

    @Autowired
    WireJson json;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DeadLetterService letters;

    @Autowired
    SignatureProperties signatures;

    @Test
    void createsTheTopicsAndPublishesTheConfiguration() throws Exception {
        Awaitility.await().atMost(SOON).until(() -> work.count("distribution_log") == 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("cdx.p-0001", "cdx.p-0001.dlt", "cdx.1010", "cdx.control.dlt", "customers.converted");
            assertThat(admin.describeTopics(List.of("cdx.1010"))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(6));
        }
        assertThat(read(Topics.CHANNEL_CONFIGURATION_1070))
                .extracting(ConsumerRecord::key)
                .contains("HARBOR", "STATION", "ONLINE");
        assertThat(read(Topics.GLOBAL_CONFIGURATION_1110))
                .last()
                .satisfies(record -> assertThat(text(record)).contains("async-customer-editing", "VIP", "shoeSize"));
    }

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

    @Test
    void takesReportsAndShowsThePipeline() {
        var at = OperationFixtures.NOON;
        report(new ChannelReport.Heartbeat(
                1, "harbor", at, 3, at, false, Map.of("HARBOR", 1L), 2, 9L, 1L, at, null, null, null));
        report(new ChannelReport.UploadSession(
                1,
                UUID.randomUUID(),
                "harbor",
                1,
                9,
                2,
                "APPLIED",
                1,
                null,
                at,
                at.plusMillis(5),
                false,
                null,
                List.of(new ChannelReport.CounterSpan(1, 1), new ChannelReport.CounterSpan(9, 9))));
        report(new ChannelReport.DownloadSession(
                1, UUID.randomUUID(), "harbor", "1010", 9, "APPLIED", 1, null, at, at.plusMillis(5)));

        Awaitility.await().atMost(SOON).until(() -> work.count("download_session") == 1);
        assertThat(work.texts("select counters::text from upload_session")).containsExactly("{[1,2),[9,10)}");
        assertThat(http.get().uri("/api/v1/pipeline").header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"channelDatabase": "harbor", "globalVersion": 2, "waiting": {"channel": 3}},
                          {"channelDatabase": "online", "lastContact": null}]}
                        """);
        assertThat(http.get()
                        .uri("/api/v1/upload-sessions?channelDatabase=harbor")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"counterFrom\": 1, \"counterTo\": 9, \"status\": \"APPLIED\"}]}");
        assertThat(http.get()
                        .uri("/api/v1/download-sessions")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk();
    }

    @Test
    void isAliveAndReadyWithoutAskingKafka() {
        assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
        assertThat(http.get().uri("/actuator/prometheus")).hasStatus(401);
        assertThat(http.get().uri("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyText()
                .contains("hq_operations_open", "hq_distribution_waiting", "hq_staging_operations");
        assertThat(http.get().uri("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, "Bearer local-scrape"))
                .hasStatusOk();
        assertThat(http.get().uri("/api/v1/channels").header(HttpHeaders.AUTHORIZATION, "Bearer local-scrape"))
                .hasStatus(401);
    }

    @Test
    void explainsItsProblemsAndItsApi() {
        assertThat(http.get().uri("/problems/headquarters-refused")).hasStatusOk();
        assertThat(http.get().uri("/v3/api-docs")).hasStatusOk().bodyText().contains("synchronization-operations");
        assertThat(http.get().uri("/api/v1/channels"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/unauthorized");
    }

    @Test
    void refusesRecordsThatTheirChannelDatabaseDidNotSign() {
        var creation = OperationFixtures.creation();
        UUID customer = creation.asyncCustomerId();
        var edit = OperationFixtures.edit(customer, 2, new FieldChange("firstName", "Ann", "Anna"));
        var forged = OperationFixtures.edit(customer, 2, new FieldChange("firstName", "Ann", "Mallory"));
        send(customer, json.write(creation));
        send(List.of(
                unsigned(customer, json.write(forged)),
                SignedRecords.of("online", unsigned(customer, json.write(forged)))));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(work.texts(
                                "select reason from dead_letter where key = '%s' order by 1".formatted(customer)))
                        .containsExactly("Refused: The signature is missing", "Refused: The signature is wrong"));
        send(customer, json.write(edit));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(work.texts(
                                "select first_name from customer where async_customer_id = '%s'".formatted(customer)))
                        .as("the forged operation did not use up the number")
                        .containsExactly("Anna"));
        assertThat(http.get()
                        .uri("/dead-letters")
                        .with(SecurityMockMvcRequestPostProcessors.user("ada").roles("ADMIN")))
                .hasStatusOk()
                .bodyText()
                .contains("The signature is wrong");
    }

    @Test
    void refusesAReportThatItsChannelDatabaseDidNotSign() {
        var at = OperationFixtures.NOON;
        var heartbeat = new ChannelReport.Heartbeat(
                1, "online", at, 4711, at, false, Map.of(), 2, 9L, 1L, at, null, null, null);
        var record = new ProducerRecord<>(
                Topics.SESSIONS, "online", json.write(heartbeat).getBytes(StandardCharsets.UTF_8));
        send(List.of(SignedRecords.of("harbor", record)));

        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        work.number("select count(*) from dead_letter where reason = 'Refused: The signature is wrong'"
                                        + " and topic = 'cdx.sessions'")
                                == 1);
        assertThat(work.number("select count(*) from channel_heartbeat where channel_database = 'online'"))
                .isZero();
    }

    @Test
    void requeuesADeadLetterWithTheSignatureOfItsSender() {
        var creation = OperationFixtures.creation();
        UUID customer = creation.asyncCustomerId();
        send(customer, json.write(creation).replace("\"channel\":\"HARBOR\"", "\"channel\":\"PIER\""));
        String letter = "select id from dead_letter where key = '%s'".formatted(customer);
        Awaitility.await().atMost(SOON).until(() -> work.numbers(letter).size() == 1);
        assertThat(work.texts("select reason from dead_letter where key = '%s'".formatted(customer)))
                .containsExactly("Refused: The channel is unknown: PIER");

        work.jdbcUpdate("insert into channel_former_database values ('PIER', 'harbor')");
        letters.retry(work.number(letter), "ada");

        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        work.number("select count(*) from customer where async_customer_id = '%s'".formatted(customer))
                                == 1);
    }

    @Test
    void signsWhatItPublishes() {
        var verifier = new BatchSignatureVerifier(
                signatures.publicKeys().stream().map(Ed25519Keys::publicKey).toList());
        var creation = OperationFixtures.creation();
        send(creation.asyncCustomerId(), json.write(creation));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> work.number("select count(*) from customer where async_customer_id = '%s'"
                                .formatted(creation.asyncCustomerId()))
                        == 1);
        Awaitility.await().atMost(SOON).until(() -> work.count("distribution_log") == 0);

        assertThat(of(work.accountNumber(creation.asyncCustomerId()), Topics.CUSTOMERS_1010))
                .isNotEmpty()
                .allMatch(record -> verifier.verify(record) == SignatureState.VALID);
        for (String topic : List.of(Topics.CHANNEL_CONFIGURATION_1070, Topics.GLOBAL_CONFIGURATION_1110)) {
            assertThat(read(topic)).last().matches(record -> verifier.verify(record) == SignatureState.VALID);
        }
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

    private static List<ConsumerRecord<String, byte[]>> of(String key, String topic) {
        return read(topic).stream().filter(record -> record.key().equals(key)).toList();
    }

    private void report(ChannelReport report) {
        send(List.of(SignedRecords.of(
                report.channelDatabase(),
                new ProducerRecord<>(
                        Topics.SESSIONS,
                        report.channelDatabase(),
                        json.write(report).getBytes(StandardCharsets.UTF_8)))));
    }

    private void send(UUID customer, String value) {
        send(List.of(record(customer, value)));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        var acknowledgements = records.stream().map(sender::send).toList();
        sender.flush();
        assertThat(acknowledgements).allMatch(Future::isDone);
    }

    private static ProducerRecord<String, byte[]> record(UUID customer, String value) {
        return SignedRecords.of("harbor", unsigned(customer, value));
    }

    private static ProducerRecord<String, byte[]> unsigned(UUID customer, String value) {
        return new ProducerRecord<>(Topics.P_0001, customer.toString(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new org.apache.kafka.common.TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
