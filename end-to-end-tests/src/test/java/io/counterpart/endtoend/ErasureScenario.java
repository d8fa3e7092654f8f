package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After an erasure no table of any database and no compacted topic contains the person's data. What remains is what
 * docs/security.md says: uploaded operations and dead letters on Kafka, until their retention has passed.
 */
class ErasureScenario extends RuleScenario {

    private static final CanaryPerson PERSON = CanaryPerson.ERASED;

    private static final List<String> DATABASES = List.of("hq", "channel_harbor", "channel_online");

    /** Append-only topics with a retention. */
    private static final List<String> RETAINED = List.of(Topics.P_0001, Topics.SESSIONS);

    @Test
    void nothingOfAPersonRemains() throws Exception {
        UUID id = liveThroughEverything();
        assertThat(traces()).hasSizeGreaterThan(8);

        HttpResult erased = erase(id, "CUSTOMER_REQUEST");

        assertThat(erased.status()).as(erased.body().toString()).isEqualTo(200);
        for (var channel : List.of(stack.harbor(), stack.online())) {
            eventually().until(() -> channel.get(id.toString()).status() == 410);
        }
        assertThat(traces()).isEmpty();
        assertThat(erase(id, "CUSTOMER_REQUEST").status()).isEqualTo(200);
        lateOperationsChangeNothing(id);
        compact();
        assertThat(traces()).isEmpty();
    }

    /** Creation, edits, an address, a contact, an order, a failed operation, an offline upload and a dead letter. */
    private UUID liveThroughEverything() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        UUID id = id(stack.harbor()
                .http()
                .send("POST", "/api/v1/customers", PERSON.with(), Map.of("Idempotency-Key", "key-" + name))
                .expect(201));
        accountNumberOf(stack.online(), id);
        edit(stack.harbor(), id, Map.of("middleName", PERSON.last)).expect(200);
        edit(stack.online(), id, Map.of("title", "Dr.", "middleName", PERSON.first))
                .expect(200);
        stack.harbor()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", List.of(offlineEdit(id, PERSON.last))))
                .expect(200);
        stack.harbor()
                .http()
                .post(
                        "/api/v1/customer-orders",
                        Map.of(
                                "customer",
                                id,
                                "note",
                                PERSON.last,
                                "lines",
                                List.of(Map.of("item", "Boots", "quantity", "1", "price", "89.00"))))
                .expect(201);
        topic(Topics.P_0001)
                .put(id.toString(), "{\"asyncCustomerId\": \"%s\", \"lastName\": \"%s\"".formatted(id, PERSON.last));
        eventually()
                .until(() ->
                        databases.count("hq", "select count(*) from dead_letter where key = ?", id.toString()) == 1);
        eventually().until(() -> pending(id) == 0);
        return id;
    }

    private long pending(UUID id) {
        return databases.count("hq", "select count(*) from open_operation where async_customer_id = ?", id);
    }

    private static Map<String, Object> offlineEdit(UUID id, String value) {
        return Map.of(
                "operationId",
                UUID.randomUUID(),
                "kind",
                "EDIT_PROFILE",
                "asyncCustomerId",
                id,
                "occurredAt",
                "2026-11-01T08:00:00Z",
                "changes",
                List.of(Map.of("field", "middleName", "oldValue", PERSON.first, "newValue", value)));
    }

    private HttpResult erase(UUID id, String reason) throws IOException {
        String path = "/api/v1/customers/" + id + "/erasure";
        String etag = stack.hq().http().get(path).expect(200).etag().orElseThrow();
        return stack.hq().http().send("POST", path, Map.of("reason", reason), Map.of("If-Match", etag));
    }

    /** A till that was offline, a repeated request, a full resync and records that are read again. */
    private void lateOperationsChangeNothing(UUID id) throws IOException {
        HttpResult upload = stack.harbor()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", List.of(offlineEdit(id, PERSON.last))))
                .expect(200);
        assertThat(upload.body().toString()).contains("REFUSED", "customer-erased");
        HttpResult repeated = stack.harbor()
                .http()
                .send("POST", "/api/v1/customers", PERSON.with(), Map.of("Idempotency-Key", "key-" + name));
        assertThat(repeated.status()).isEqualTo(410);
        topic(Topics.P_0001)
                .repeat(topic(Topics.P_0001).all().stream()
                        .filter(it ->
                                id.toString().equals(it.key()) && it.headers().toArray().length > 0)
                        .toList());
        stack.hq()
                .http()
                .post("/api/v1/channel-databases/online/resend", Map.of())
                .expect(200, 202);
        eventually().until(() -> pending(id) == 0);
        assertThat(stack.online().get(id.toString()).status()).isEqualTo(410);
    }

    // Kafka never compacts the newest segment, and closes it when the next record arrives after the time.
    private void compact() throws Exception {
        configure(Map.of("max.compaction.lag.ms", "500", "segment.ms", "500", "min.cleanable.dirty.ratio", "0.01"));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        for (int i = 0; i < 12; i++) {
                            stack.harbor().create(newCustomer()).expect(201);
                        }
                        return recordsAboutThePerson(Topics.CUSTOMERS_1010).isEmpty();
                    });
        } finally {
            configure(Map.of("max.compaction.lag.ms", "604800000", "segment.ms", "604800000"));
        }
        assertThat(recordsAboutThePerson(Topics.CUSTOMERS_CONVERTED)).isEmpty();
        assertThat(RETAINED).contains(Topics.P_0001);
    }

    private void configure(Map<String, String> settings) throws InterruptedException, ExecutionException {
        Map<String, Object> address =
                Map.of("bootstrap.servers", stack.addresses().kafka());
        try (Admin kafka = Admin.create(address)) {
            Collection<AlterConfigOp> changes = settings.entrySet().stream()
                    .map(it -> new AlterConfigOp(new ConfigEntry(it.getKey(), it.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            kafka.incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, Topics.CUSTOMERS_1010), changes))
                    .all()
                    .get();
        }
    }

    private List<String> recordsAboutThePerson(String topic) {
        return topic(topic).all().stream()
                .filter(it -> it.value() != null)
                .flatMap(it -> PERSON.linesAbout(new String(it.value(), StandardCharsets.UTF_8)).stream())
                .toList();
    }

    /** Each row of each table of each database that contains the person's data. */
    private List<String> traces() {
        var found = new ArrayList<String>();
        for (String database : DATABASES) {
            for (String table : databases.query(database, """
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
                    """)) {
                String rows = String.join("\n", databases.query(database, text(table)));
                PERSON.linesAbout(rows).forEach(it -> found.add(database + "." + table + ": " + it));
            }
        }
        return found;
    }

    private static String text(String table) {
        String row = table.equals("dead_letter")
                ? "concat_ws(' ', to_jsonb(t)::text, encode(value, 'escape'))"
                : "to_jsonb(t)::text";
        return "select replace(%s, chr(10), ' ') from \"%s\" t".formatted(row, table);
    }

    private TopicProbe topic(String name) {
        return new TopicProbe(stack.addresses().kafka(), name);
    }
}
