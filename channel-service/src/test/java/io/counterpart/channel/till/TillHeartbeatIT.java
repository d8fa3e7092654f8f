package io.counterpart.channel.till;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.TillState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TillHeartbeatIT extends ChannelServiceContext {

    private static final String HEARTBEAT = "/api/v1/tills/heartbeat";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private TillStateRepository states;

    @AfterEach
    void forget() {
        jdbc.update("delete from till_state");
        jdbc.update("delete from device_token where device like 'many-%'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                               | 422 | /version required",
                "{\"version\": \"VVVVV\"}         | 422 | /version too-long",
                "{\"clock\": \"today\"}           | 422 | /clock not-a-time",
                "{\"clock\": 1772366400}          | 400 | /clock wrong-type",
                "{\"unsent\": -1}                 | 422 | /unsent out-of-range",
                "{\"unsent\": 1000001}            | 422 | /unsent out-of-range",
                "{\"refused\": 1.5}               | 400 | /refused wrong-type",
                "{\"oldestUnsentAt\": \"\"}       | 422 | /oldestUnsentAt not-a-time",
                "{\"online\": \"yes\"}            | 400 | /online wrong-type",
                "{\"channel\": \"STATION\"}       | 400 | /channel unknown-field",
            })
    void refusesWhatIsNoHeartbeat(String changes, int status, String error) {
        var valid = (ObjectNode) JSON.readTree(body(Instant.now(), 0));
        var changed = (ObjectNode) JSON.readTree(changes.replace("VVVVV", "v".repeat(41)));
        ObjectNode body = changed.isEmpty() ? changed : valid.setAll(changed);

        Response answer = harbor.post(HEARTBEAT, body.toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
        assertThat(rows()).isEmpty();
    }

    @Test
    void keepsTheLastHeartbeatOfEachTillWithOneStatement() {
        harbor.post(HEARTBEAT, body(Instant.now(), 3), "Idempotency-Key", "heartbeat");

        List<String> sent = statements.during(
                StatementCounter::answersRequests,
                () -> harbor.post(HEARTBEAT, body(Instant.now().plusSeconds(600), 4), "Idempotency-Key", "heartbeat"));
        Response answer = station.post(HEARTBEAT, body(Instant.now(), 0));

        assertThat(sent).filteredOn(sql -> !sql.contains("device_token")).hasSize(1);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("nextInSeconds").asInt()).isEqualTo(60);
        assertThat(answer.json().path("clockSkewSeconds").asInt()).isBetween(-5, 5);
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(0)).containsEntry("channel", "HARBOR").containsEntry("unsent", 4);
        assertThat((Long) rows().get(0).get("clock_skew_seconds")).isBetween(590L, 610L);
    }

    @Test
    void reachesHqWithTheHeartbeatOfTheChannelDatabase() {
        harbor.post(HEARTBEAT, body(Instant.now(), 77));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                        .map(report -> new String(report.value(), StandardCharsets.UTF_8))
                        .anyMatch(report -> report.contains("\"tills\":[{\"channel\":\"HARBOR\",\"device\":\"till-1\"")
                                && report.contains("\"unsent\":77")));
    }

    @Test
    void reportsManyTillsInTurnAndNoneThatWasRevoked() {
        for (int i = 0; i <= ChannelReport.MOST_TILLS; i++) {
            till("many-%03d".formatted(i));
        }
        jdbc.update("delete from device_token where device = 'many-000'");
        till("many-999");
        var properties = new TillProperties(Duration.ofMinutes(1), Duration.ZERO);
        var reports = new TillReportService(states, properties, Clock.systemUTC());

        assertThat(devices(reports)).hasSize(ChannelReport.MOST_TILLS).startsWith("many-001");
        assertThat(devices(reports)).containsExactly("many-999");
        assertThat(devices(reports)).hasSize(ChannelReport.MOST_TILLS);
    }

    private static List<String> devices(TillReportService reports) {
        return Objects.requireNonNull(reports.due()).stream()
                .map(TillState::device)
                .toList();
    }

    private void till(String device) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', ?, 'TILL')",
                device,
                device);
        states.save(new TillState("HARBOR", device, "1", Instant.now(), 0, 0, 0, null, null));
    }

    private List<Map<String, Object>> rows() {
        return jdbc.queryForList("select * from till_state order by channel");
    }

    private static String body(Instant clock, int unsent) {
        return "{\"version\": \"1.4.2\", \"clock\": \"%s\", \"unsent\": %d, \"refused\": 1, \"oldestUnsentAt\": \"%s\"}"
                .formatted(clock, unsent, clock.minusSeconds(60));
    }
}
