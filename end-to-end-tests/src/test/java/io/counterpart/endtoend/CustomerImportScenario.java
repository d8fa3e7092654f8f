package io.counterpart.endtoend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Existing customers are imported at HQ, which is killed in the middle, and used in every channel with their own numbers.
 * The property {@code import.records} imports more of them, and the time is printed.
 */
class CustomerImportScenario extends RuleScenario {

    private static final String PATH = "/api/v1/customer-imports";
    private static final int RECORDS = Integer.getInteger("import.records", 12_000);
    private static final String HEADER = "Customer no;First name;Surname;E-mail;Phone;Street;ZIP;City;Country\n";

    private final String prefix = "I" + name.substring(name.length() - 6) + "-";

    @Test
    void importedCustomersAreFoundAndEditedInEveryChannel() throws Exception {
        UUID id = UUID.fromString(upload().get("id").stringValue());
        assertThat(start(id, true).path("status").stringValue()).isEqualTo("CHECKING");
        assertThat(ended(id, "CHECKED").path("bad").intValue()).isEqualTo(1);

        long begin = System.nanoTime();
        start(id, false);
        if (Integer.getInteger("import.records") == null) {
            eventually().until(() -> job(id).path("created").intValue() > 0);
            stack.kill("hq");
            stack.start("hq");
        }
        JsonNode done = ended(id, "FINISHED");
        inChannels();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "%d customers imported and in two channels in %.1f s: %.0f per second%n",
                RECORDS, took.toMillis() / 1e3, RECORDS * 1e3 / took.toMillis());

        assertThat(done.path("created").intValue()).isEqualTo(RECORDS);
        assertThat(databases.count("hq", "select count(*) from customer where account_number like ?", prefix + "%"))
                .isEqualTo(RECORDS);
        isEdited(stack.harbor(), stack.online(), 1);
        isEdited(stack.online(), stack.harbor(), 2);
    }

    private void isEdited(ChannelClient here, ChannelClient there, int number) throws IOException {
        String accountNumber = number(number);
        HttpResult found = here.get(accountNumber).expect(200);
        assertThat(found.text("syncStatus")).contains("SYNCED");
        // Not by name: the one of the first customer begins those of many others.
        assertThat(here.search(name + number + "@example.com")
                        .expect(200)
                        .body()
                        .path("items"))
                .anyMatch(item -> item.path("accountNumber").stringValue().equals(accountNumber));

        edit(here, id(found), Map.of("phone", "555 " + number)).expect(200);

        eventually()
                .untilAsserted(
                        () -> assertThat(there.get(accountNumber).text("phone")).contains("555 " + number));
    }

    private void inChannels() {
        for (String channel : new String[] {"harbor", "online"}) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(8))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> databases.count(
                                    "channel_" + channel,
                                    "select count(*) from customer where account_number between ? and ?",
                                    number(1),
                                    number(RECORDS))
                            == RECORDS);
        }
    }

    private JsonNode ended(UUID id, String status) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> job(id), job -> job.path("status").stringValue().equals(status));
    }

    private JsonNode job(UUID id) throws IOException {
        return stack.hq().http().get(PATH + "/" + id).expect(200).body();
    }

    private JsonNode start(UUID id, boolean dryRun) throws IOException {
        return stack.hq()
                .http()
                .post(PATH + "/" + id + "/start", Map.of("dryRun", dryRun))
                .expect(200)
                .body();
    }

    private JsonNode upload() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stack.hq().http().address().resolve(PATH + "?fileName=old.csv"))
                .header("Authorization", "Bearer " + DemoTokens.HQ_ADMIN)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArrays(this::file))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    // Generated while it is sent.
    private Iterator<byte[]> file() {
        return Stream.concat(
                        Stream.of(HEADER, ";No;Number;;;;;;\n"),
                        IntStream.rangeClosed(1, RECORDS).mapToObj(this::line))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .iterator();
    }

    private String line(int n) {
        return "%s;Ann;%s%d;%s%d@example.com;+47 22 %06d;Quay %d;%04d;Oslo;NOR\n"
                .formatted(number(n), name, n, name, n, n, n % 500, n % 10_000);
    }

    private String number(int n) {
        return prefix + "%08d".formatted(n);
    }
}
