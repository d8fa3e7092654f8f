package io.counterpart.channel.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyIT extends ChannelServiceContext {

    private final String key = UUID.randomUUID().toString();
    private final String name = "Name-" + key;
    private final String body = "{\"lastName\": \"%s\"}".formatted(name);

    @Test
    void answersTheSameRequestInTheSameWay() {
        Response first = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);
        Response second = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void answersARefusalAgainToo() {
        Response first = harbor.post(CUSTOMERS, "{}", "Idempotency-Key", key);
        Response second = harbor.post(CUSTOMERS, "{}", "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAnotherRequestUnderTheSameKeyAndLeavesOtherChannelsAlone() {
        harbor.post(CUSTOMERS, body, "Idempotency-Key", key);

        Response reused = harbor.post(CUSTOMERS, "{\"lastName\": \"Other\"}", "Idempotency-Key", key);
        Response ofAnotherChannel = station.post(CUSTOMERS, "{\"lastName\": \"Other\"}", "Idempotency-Key", key);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.text("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(ofAnotherChannel.status()).isEqualTo(201);
    }

    @Test
    void keepsTheTokensOfAChannelApart() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', 'till 2', 'TILL')"
                        + " on conflict do nothing",
                Sha256.hex("token-of-till-2"));

        Response first = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);
        Response ofAnotherToken = harbor.with("token-of-till-2").post(CUSTOMERS, body, "Idempotency-Key", key);

        assertThat(ofAnotherToken.status()).isEqualTo(201);
        assertThat(ofAnotherToken.header("Idempotent-Replayed")).isEmpty();
        assertThat(ofAnotherToken.text("asyncCustomerId")).isNotEqualTo(first.text("asyncCustomerId"));
    }

    @Test
    void makesOneCustomerOfManyRequestsAtOnce() {
        List<Response> answers =
                IntStream.range(0, 12)
                        .mapToObj(n -> harbor.postAsync(CUSTOMERS, body, "Idempotency-Key", key))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .extracting(answer -> answer.status() == 201 ? "created" : answer.text("type"))
                .contains("created")
                .isSubsetOf("created", "/problems/request-in-progress");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void saysThatTheRequestIsStillRunning() {
        harbor.post(CUSTOMERS, body, "Idempotency-Key", key);
        jdbc.update(
                "update idempotency_key set status = null, locked_until = now() + interval '1 minute' where key = ?",
                storedKey());

        assertThat(harbor.post(CUSTOMERS, body, "Idempotency-Key", key).status())
                .isEqualTo(409);
    }

    // The process crashed after the commit of the customer and before it stored the response.
    @Test
    void answersWithTheCustomerThatATryMadeThatDied() {
        Response first = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);
        jdbc.update(
                "update idempotency_key set status = null, body = null, locked_until = now() - interval '1 second' where key = ?",
                storedKey());

        Response second = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(customers()).isEqualTo(1);
        assertThat(harbor.post(CUSTOMERS, body, "Idempotency-Key", key).header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    // The process crashed before it created the customer.
    @Test
    void worksAgainAfterATryThatDiedEarly() {
        UUID id = UUID.randomUUID();
        jdbc.update(
                """
                insert into idempotency_key (channel, key, request_hash, request_id, locked_until, created_at)
                values ('HARBOR', ?, ?, ?, now() - interval '1 second', now())
                """, storedKey(), IdempotencyKey.hash("POST", CUSTOMERS, body.getBytes(StandardCharsets.UTF_8)), id);

        Response answer = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("asyncCustomerId")).isEqualTo(id.toString());
    }

    @Test
    void keepsTheAnswerOfARequestThatWaited() {
        Response first = harbor.post(CUSTOMERS, body, "Idempotency-Key", key, "Prefer", "wait=1");
        Response second = harbor.post(CUSTOMERS, body, "Idempotency-Key", key, "Prefer", "wait=1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(harbor.post(CUSTOMERS, body, "Idempotency-Key", "k".repeat(256))
                        .status())
                .isEqualTo(400);
        assertThat(customers()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/search | {\"query\": \"x\"}", "/possible-duplicates | {\"email\": \"x@example.com\"}"})
    void keepsNothingOfASearch(String path, String body) {
        Response answer = harbor.post(CUSTOMERS + path, body, "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select count(*) from idempotency_key where key = ?", Integer.class, storedKey()))
                .isZero();
    }

    private String storedKey() {
        return Sha256.hex(HARBOR_TOKEN).substring(0, 16) + "/" + key;
    }

    private int customers() {
        return jdbc.queryForList("select 1 from customer where last_name = ?", name)
                .size();
    }
}
