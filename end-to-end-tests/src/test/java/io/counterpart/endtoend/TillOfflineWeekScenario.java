package io.counterpart.endtoend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.JsonClient;
import io.counterpart.stack.network.TcpProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A till was offline for a week. It sends its queue from two pages at once, and the answers to the first attempt of each
 * upload are lost: every operation takes effect once, in the channel and at HQ.
 */
class TillOfflineWeekScenario extends RuleScenario {

    private static final int CUSTOMERS = 500;
    private static final int UPLOAD = 500;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration BETWEEN_OPERATIONS = Duration.ofHours(40);

    private final Instant begin = Instant.now().minus(WEEK).truncatedTo(ChronoUnit.MILLIS);
    private final List<UUID> customers =
            IntStream.range(0, CUSTOMERS).mapToObj(i -> UUID.randomUUID()).toList();
    private final ExecutorService pages = Executors.newFixedThreadPool(2);

    @Test
    void everyOperationOfTheWeekTakesEffectOnce() throws IOException {
        List<Map<String, Object>> queue = queue();
        assertThat(queue).hasSize(2_000);

        try (TcpProxy line = TcpProxy.to("till", stack.harbor().http().address().getPort())) {
            for (int from = 0; from < queue.size(); from += UPLOAD) {
                List<Map<String, Object>> upload = queue.subList(from, from + UPLOAD);
                loseTheAnswers(line, upload);
                sendUntilAnswered(line, upload);
            }
        } finally {
            pages.shutdownNow();
        }

        UUID[] ids = customers.toArray(UUID[]::new);
        eventually().until(() -> databases.count("hq", """
                                select count(*) from customer
                                where async_customer_id = any(?) and applied_operations ->> 'harbor' = '4'
                                """, (Object) ids) == CUSTOMERS);
        assertThat(databases.query("hq", """
                        select count(*) || ' ' || count(distinct operation_id) || ' '
                          || count(distinct (async_customer_id, operation_number))
                        from async_operation where async_customer_id = any(?)
                        """, (Object) ids)).containsExactly("2000 2000 2000");
        assertThat(databases.count(
                        "hq",
                        "select count(distinct account_number) from customer where async_customer_id = any(?)",
                        (Object) ids))
                .isEqualTo(CUSTOMERS);
        assertThat(databases.query("hq", """
                        select title || ' ' || first_name || ' ' || count(*) from customer
                        where async_customer_id = any(?) group by title, first_name
                        """, (Object) ids)).containsExactly("Dr. Edited 500");
        assertThat(databases.count("hq", """
                        select count(*) from customer_address where async_customer_id = any(?)
                        """, (Object) ids)).isEqualTo(CUSTOMERS);
        assertThat(databases.query("hq", """
                        select min(occurred_at) = ?::timestamptz and max(occurred_at) - min(occurred_at) > interval '6 days'
                        from async_operation where async_customer_id = any(?)
                        """, begin.toString(), ids)).containsExactly("t");
        assertThat(databases.count(
                        "channel_harbor",
                        "select count(*) from async_operation where aggregateid = any(?::uuid[]::text[])",
                        (Object) ids))
                .isEqualTo(2_000);
    }

    /** Four operations for each customer in the order of their times: those of all customers are mixed. */
    private List<Map<String, Object>> queue() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < CUSTOMERS; i++) {
            UUID id = customers.get(i);
            Instant at = begin.plus(Duration.ofMinutes(4).multipliedBy(i));
            entries.add(entry(at, id, "CREATE_CUSTOMER", Map.of("firstName", "New", "lastName", name)));
            entries.add(entry(at.plus(BETWEEN_OPERATIONS), id, "EDIT_PROFILE", edit("firstName", "New", "Edited")));
            entries.add(entry(
                    at.plus(BETWEEN_OPERATIONS.multipliedBy(2)),
                    id,
                    "ADD_ADDRESS",
                    Map.of("address", Map.of("city", "Harbor", "street", "%d Pier Road".formatted(i)))));
            entries.add(
                    entry(at.plus(BETWEEN_OPERATIONS.multipliedBy(3)), id, "EDIT_PROFILE", edit("title", null, "Dr.")));
        }
        return entries.stream()
                .sorted(Comparator.comparing(Entry::at))
                .map(Entry::item)
                .toList();
    }

    private static Map<String, Object> edit(String field, @Nullable String before, String after) {
        var change = new HashMap<String, @Nullable Object>(Map.of("field", field, "newValue", after));
        change.put("oldValue", before);
        return Map.of("changes", List.of(change));
    }

    private static Entry entry(Instant at, UUID customer, String kind, Map<String, Object> fields) {
        var item = new HashMap<>(fields);
        item.putAll(Map.of(
                "operationId",
                UUID.randomUUID(),
                "kind",
                kind,
                "asyncCustomerId",
                customer,
                "occurredAt",
                at,
                "clerk",
                "Kim"));
        return new Entry(at, item);
    }

    // Both requests are cut off while the service works on them.
    private void loseTheAnswers(TcpProxy line, List<Map<String, Object>> items) {
        UUID[] operations =
                items.stream().map(item -> (UUID) item.get("operationId")).toArray(UUID[]::new);
        line.dropResponses();
        List<CompletableFuture<JsonNode>> lost = sendTwice(line, items);
        eventually()
                .until(() -> databases.count(
                                "channel_harbor",
                                "select count(*) from offline_operation where operation_id = any(?)",
                                (Object) operations)
                        > 0);
        line.cut();
        assertThat(lost).allSatisfy(answer -> assertThat(answer).failsWithin(Duration.ofSeconds(40)));
        line.restore();
    }

    private void sendUntilAnswered(TcpProxy line, List<Map<String, Object>> items) {
        eventually().ignoreExceptions().untilAsserted(() -> {
            for (CompletableFuture<JsonNode> answer : sendTwice(line, items)) {
                assertThat(answer.join().path("items").valueStream())
                        .hasSize(items.size())
                        .allSatisfy(item ->
                                assertThat(item.path("outcome").asString("")).isEqualTo("APPLIED"));
            }
        });
    }

    private List<CompletableFuture<JsonNode>> sendTwice(TcpProxy line, List<Map<String, Object>> items) {
        var page = new JsonClient(URI.create("http://127.0.0.1:" + line.port()), DemoTokens.POS_HARBOR);
        return IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(page, items), pages))
                .toList();
    }

    private static JsonNode send(JsonClient page, List<Map<String, Object>> items) {
        try {
            return page.post("/api/v1/offline-uploads", Map.of("items", items))
                    .expect(200)
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Entry(Instant at, Map<String, Object> item) {}
}
