package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.JsonClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The data of a person reach no log, metric, URL of a page or reason of a dead letter, whatever happens to the person.
 * Problem details may repeat what their own request contained.
 */
class PersonalDataScenario extends RuleScenario {

    private static final CanaryPerson PERSON = CanaryPerson.LOGGED;

    private static final List<String> READ_BY_HQ = List.of(Topics.P_0001, Topics.SESSIONS);
    private static final List<String> READ_BY_CHANNELS = List.of(
            Topics.CUSTOMERS_1010, Topics.CHANNEL_CONFIGURATION_1070, Topics.GLOBAL_CONFIGURATION_1110, Topics.CONTROL);

    @Test
    void leaveNoTraceWhereTheyDoNotBelong() throws IOException {
        UUID customer = liveThroughEverything();
        List<String> reasons = sendGarbage();
        List<String> addresses = readPages();

        assertThat(reasons).hasSizeGreaterThan(READ_BY_HQ.size() + READ_BY_CHANNELS.size());
        assertThat(PERSON.linesAbout(String.join("\n", reasons))).isEmpty();
        assertThat(PERSON.linesAbout(String.join("\n", addresses))).isEmpty();
        assertThat(PERSON.linesAbout(String.join("\n", openErrors()))).isEmpty();
        for (String process : List.of("hq", "harbor", "online")) {
            String log = logOf(process);
            assertThat(log).as(process).isNotBlank();
            assertThat(PERSON.linesAbout(log)).as("log of " + process).isEmpty();
            String metrics = metricsOf(process);
            assertThat(metrics).as(process).contains("jvm_memory_used_bytes");
            assertThat(PERSON.linesAbout(metrics)).as("metrics of " + process).isEmpty();
        }
        assertThat(stack.harbor().get(customer.toString()).text("lastName")).contains(PERSON.last);
    }

    /** Creation, edits, search, sign-in, failure, repair, offline upload, rejected requests and an outage of HQ. */
    private UUID liveThroughEverything() throws IOException {
        var id = id(stack.harbor().create(PERSON.with()).expect(201));
        accountNumberOf(stack.online(), id);
        edit(stack.harbor(), id, Map.of("phone", PERSON.phone, "middleName", PERSON.last));
        stack.harbor().search(PERSON.last, "all").expect(200);
        signIn();
        failAndRepair();
        var item = PERSON.with("asyncCustomerId", UUID.randomUUID(), "createdAt", "2026-11-01T08:00:00Z");
        var invalid = PERSON.with("asyncCustomerId", UUID.randomUUID(), "email", PERSON.last);
        stack.harbor()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", List.of(item, invalid)))
                .expect(200);
        beRejected();
        stack.stop("hq");
        stack.online().create(PERSON.with()).expect(201);
        edit(stack.online(), id, Map.of("organizationName", PERSON.last));
        stack.online().search(PERSON.last, "all");
        stack.start("hq");
        return id;
    }

    private void signIn() throws IOException {
        var identity = Map.of("issuer", "https://id.example.com", "subject", PERSON.subject, "emailVerified", false);
        stack.online().http().post("/api/v1/sign-ins", Map.of("externalIdentity", identity, "customer", PERSON.with()));
    }

    private void failAndRepair() throws IOException {
        administration.duplicates("flag");
        var second = id(stack.harbor().create(PERSON.with()).expect(201));
        eventually().until(() -> !operationsOf(second, "FAILED").isEmpty());
        String path = OPERATIONS + "/"
                + operationsOf(second, "FAILED").path(0).path("id").asString();
        String etag = stack.hq().http().get(path).expect(200).etag().orElseThrow();
        for (String email : List.of(PERSON.last, "other-" + PERSON.email)) {
            var edit = Map.of("changes", List.of(Map.of("field", "email", "newValue", email)));
            stack.hq().http().send("PATCH", path, edit, Map.of("If-Match", etag));
        }
        stack.hq().http().post(path + "/synchronize", Map.of()).expect(200, 202);
        administration.duplicates("off");
    }

    private void beRejected() throws IOException {
        stack.harbor().create(PERSON.with("email", PERSON.last)).expect(422);
        stack.harbor().create(PERSON.with(PERSON.last, PERSON.first)).expect(400);
        stack.harbor().create(PERSON.with("type", PERSON.last)).expect(400, 422);
        stack.harbor().create(PERSON.with("lastName", PERSON.last.repeat(100))).expect(422);
        stack.harbor().http().get("/api/v1/customers/" + PERSON.last).expect(404);
        var hq = stack.hq().http();
        hq.get("/api/v1/customers/" + PERSON.last).expect(404);
        hq.post("/api/v1/customers/search", Map.of("query", PERSON.last)).expect(200);
        hq.post("/api/v1/customers/search", Map.of("query", Map.of(PERSON.last, 1)))
                .expect(400);
        hq.post("/api/v1/customers/search", Map.of("query", PERSON.last.repeat(500)))
                .expect(422);
        var realTime = new JsonClient(stack.addresses().hq(), DemoTokens.realTimeService("harbor"));
        realTime.post("/realtime/v1/operations", PERSON.with()).expect(400);
        realTime.post("/realtime/v1/orders", PERSON.with()).expect(400);
    }

    /** Records that nobody can process, on every topic; returns the reasons of the dead letters. */
    private List<String> sendGarbage() {
        String operation = OperationFixtures.creation(UUID.randomUUID(), PERSON.last, "RETAIL");
        List<String> garbage = List.of(
                PERSON.last + " is no JSON",
                "{\"lastName\": " + PERSON.last,
                "{\"schemaVersion\": \"" + PERSON.last + "\", \"version\": \"" + PERSON.last + "\"}",
                "{\"kind\": \"" + PERSON.last + "\", \"asyncCustomerId\": \"" + PERSON.last + "\"}",
                operation.replaceFirst("\"occurredAt\":[^,]*", "\"occurredAt\":\"" + PERSON.last + "\""),
                operation.replaceFirst("\"type\":\"PERSON\"", "\"type\":\"" + PERSON.last + "\""),
                operation.replace(PERSON.last, PERSON.last + "\\u0000"),
                operation.replace("\"firstName\":\"Ann\"", "\"firstName\":{\"" + PERSON.first + "\":1}"));
        for (String topic : READ_BY_HQ) {
            garbage.forEach(record -> topic(topic).put(PERSON.last, record));
        }
        for (String topic : READ_BY_CHANNELS) {
            garbage.forEach(record -> topic(topic).put(PERSON.last, record));
        }
        eventually()
                .until(() ->
                        READ_BY_HQ.stream().allMatch(topic -> reasonsOn(topic).size() >= garbage.size() - 1)
                                && READ_BY_CHANNELS.stream()
                                        .noneMatch(topic -> reasonsOn(topic).isEmpty()));
        return java.util.stream.Stream.concat(READ_BY_HQ.stream(), READ_BY_CHANNELS.stream())
                .flatMap(topic -> reasonsOn(topic).stream())
                .toList();
    }

    private TopicProbe topic(String name) {
        return new TopicProbe(stack.addresses().kafka(), name);
    }

    private List<String> reasonsOn(String topic) {
        return topic(topic + Topics.DEAD_LETTER_SUFFIX).all().stream()
                .filter(letter -> PERSON.last.equals(letter.key()))
                .map(letter -> new String(
                        letter.headers().lastHeader("dlt-reason").value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    /** Searches and reads as an administrator; returns all addresses in the pages. */
    private List<String> readPages() throws IOException {
        var pages = new HqPages(stack.addresses().hq());
        pages.signIn(PERSON.email, PERSON.last);
        pages.signIn("admin", "admin");
        return java.util.stream.Stream.of(
                        pages.post("/customers", "/customers", "query", PERSON.last),
                        pages.post("/customers", "/customers", "query", PERSON.email),
                        pages.post("/synchronization", "/synchronization", "q", PERSON.last),
                        pages.get("/synchronization?status=FAILED"),
                        pages.get("/dead-letters"),
                        pages.get("/administration/changes"))
                .peek(page -> assertThat(page).contains("Sign out"))
                .flatMap(page -> HqPages.addressesIn(page).stream())
                .toList();
    }

    private List<String> openErrors() {
        return databases.query("hq", "select coalesce(error_text, '') from open_operation");
    }

    private String logOf(String process) throws IOException {
        return Files.readString(stack.data().resolve(Path.of("logs", process + ".log")));
    }

    private String metricsOf(String process) throws IOException {
        return new HttpText(stack.addresses().management(process), DemoTokens.HQ_ADMIN).get("/actuator/prometheus");
    }
}
