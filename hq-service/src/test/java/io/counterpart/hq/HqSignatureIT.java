package io.counterpart.hq;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.deadletter.DeadLetterService;
import io.counterpart.hq.messaging.SignatureProperties;
import io.counterpart.hq.testing.HqRunningContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.SignedRecords;
import io.counterpart.messaging.SignatureState;
import io.counterpart.messaging.signature.BatchSignatureVerifier;
import io.counterpart.messaging.signature.Ed25519Keys;

import static org.assertj.core.api.Assertions.assertThat;

@HqRunningContext
class HqSignatureIT extends HqServiceSupport {

    @Autowired
    DeadLetterService letters;

    @Autowired
    SignatureProperties signatures;

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
                1, "online", at, 4711, at, false, Map.of(), 2, 9L, 1L, at, null, null, null, null, null);
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

        work.sender("PIER", "harbor");
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
}
