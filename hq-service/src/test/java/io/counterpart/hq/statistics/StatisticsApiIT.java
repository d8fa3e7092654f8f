package io.counterpart.hq.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class StatisticsApiIT extends StatisticsSupport {

    private static final String PATH = "/api/v1/statistics";

    @Autowired
    ApiClient client;

    private String token = "";

    @BeforeEach
    void signIn() {
        token = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void returnsTheFiguresOfOperationsAMinuteAfterThem() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        sampleAt(now.minusSeconds(60));
        heartbeat("harbor", 7);
        convertAt(now.minusSeconds(30), OperationFixtures.creation(), withoutName());
        sampleAt(now);

        JsonNode harbor = get("?range=hour&channelDatabase=harbor");

        assertThat(harbor.path("range").asString()).isEqualTo("hour");
        assertThat(harbor.path("intervalSeconds").asInt()).isEqualTo(60);
        assertThat(harbor.path("firstPointAt").isNull()).isTrue();
        JsonNode point = last(harbor);
        assertThat(Instant.parse(point.path("at").asString())).isEqualTo(now.minusSeconds(60));
        assertThat(List.of(
                        point.path("staged").asLong(),
                        point.path("applied").asLong(),
                        point.path("failed").asLong(),
                        point.path("openOperations").asLong(),
                        point.path("failedOperations").asLong(),
                        point.path("pendingCustomers").asLong()))
                .containsExactly(2L, 1L, 1L, 0L, 1L, 7L);
        assertThat(point.path("latencyP99").asDouble()).isEqualTo(2);
        assertThat(last(get("?range=hour&channelDatabase=online"))
                        .path("staged")
                        .asLong())
                .isZero();
        assertThat(last(get("?range=hour")).path("staged").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"hour, MINUTE, 60", "day, QUARTER_HOUR, 96", "week, HOUR, 168", "month, SIX_HOURS, 120"})
    void eachRangeHasThePointsOfItsTime(String range, String length, int points) {
        Duration period = SampleLength.valueOf(length).duration();
        work.jdbcUpdate("""
                insert into statistics_sample (length, channel_database, at, staged, failed)
                select '%s', '', date_bin('%s', now(), timestamptz 'epoch') - n * interval '%s', n, 0
                from generate_series(0, 400) as n
                """.formatted(length, period, period));

        JsonNode found = get("?range=" + range);

        assertThat(found.path("points").size()).isEqualTo(points).isLessThanOrEqualTo(StatisticsService.MOST_POINTS);
        int oldest = found.path("points").path(0).path("staged").asInt();
        assertThat(oldest - last(found).path("staged").asInt()).isEqualTo(points - 1);
    }

    @Test
    void ranksTheStoresByPendingCustomersAndFailedOperations() {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        work.jdbcUpdate("""
                insert into statistics_sample (length, channel_database, at, staged, failed, open_operations,
                  failed_operations, pending_customers)
                values ('MINUTE', '', '%1$s', 0, 0, 9, 9, 9), ('MINUTE', 'harbor', '%1$s', 0, 0, 1, 2, 3),
                  ('MINUTE', 'online', '%1$s', 0, 0, 0, 0, 0), ('MINUTE', 'removed', '%1$s', 0, 0, 4, 5, null)
                """.formatted(minute));

        JsonNode found = get("");

        assertThat(Instant.parse(found.path("storesAt").asString())).isEqualTo(minute.plusSeconds(60));
        assertThat(StreamSupport.stream(found.path("stores").spliterator(), false)
                        .map(JsonNode::toString))
                .containsExactly(
                        "{\"channelDatabase\":\"removed\",\"channels\":[],\"pendingCustomers\":null,\"openOperations\":4,\"failedOperations\":5}",
                        "{\"channelDatabase\":\"harbor\",\"channels\":[\"HARBOR\",\"STATION\"],\"pendingCustomers\":3,\"openOperations\":1,\"failedOperations\":2}");
    }

    @Test
    void saysWhenTheFirstPointWillBeThere() {
        Instant before = Instant.now();

        assertThat(Instant.parse(get("?range=hour").path("firstPointAt").asString()))
                .isBetween(before, before.plusSeconds(70));
        assertThat(Instant.parse(get("?range=week").path("firstPointAt").asString()))
                .isBetween(before.plusSeconds(60), before.plusSeconds(3670));
        assertThat(get("").path("storesAt").isNull()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(client.get(token, PATH + "?range=century"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/range");
        assertThat(client.get(token, PATH + "?range=HOUR")).hasStatus(422);
        assertThat(client.get(token, PATH + "?channelDatabase=none")).hasStatus(404);
        assertThat(client.get(token, PATH + "?channelDatabase=")).hasStatus(404);
        assertThat(client.get(token, PATH + "?database=harbor")).hasStatus(400);
        assertThat(client.get("Bearer nobody", PATH)).hasStatus(401);
    }

    private JsonNode get(String query) {
        return work.tree(client.get(token, PATH + query));
    }

    private static JsonNode last(JsonNode statistics) {
        JsonNode points = statistics.path("points");
        return points.path(points.size() - 1);
    }
}
