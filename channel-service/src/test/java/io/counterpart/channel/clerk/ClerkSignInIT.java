package io.counterpart.channel.clerk;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.configuration.ChannelClerk;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkSignInIT extends ClerkContext {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pin\": \"4711\"}                                                                | 422 | /clerk required",
                "{\"clerk\": \"Robin\", \"pin\": \"4711\"}                                      | 422 | /clerk not-a-uuid",
                "{\"clerk\": \"ROBIN\"}                                                             | 422 | /pin required",
                "{\"clerk\": \"ROBIN\", \"pin\": \"471\"}                                       | 422 | /pin not-a-pin",
                "{\"clerk\": \"ROBIN\", \"pin\": \"471112345\"}                                 | 422 | /pin not-a-pin",
                "{\"clerk\": \"ROBIN\", \"pin\": \"47a1\"}                                      | 422 | /pin not-a-pin",
                "{\"clerk\": \"ROBIN\", \"pin\": \"٤٧١١\"}                                      | 422 | /pin not-a-pin",
                "{\"clerk\": \"ROBIN\", \"pin\": 4711}                                            | 400 | /pin wrong-type",
                "{\"clerk\": \"ROBIN\", \"pin\": \"4711\", \"name\": \"Robin\"}             | 400 | /name unknown-field",
            })
    void refusesWhatIsNoSignIn(String body, int status, String error) {
        Response answer = till.post(SIGN_INS, body.replace("ROBIN", robin.id().toString()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
        assertThat(attempts()).isZero();
    }

    @Test
    void aWrongPinIsRefusedAndTheRightOneGetsTheKeyOfTheTill() {
        Response wrong = signIn(robin, "4712");

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("type")).isEqualTo("/problems/clerk-sign-in-refused");
        assertThat(wrong.header("Retry-After")).isEmpty();

        Response right = signIn(robin, PIN);

        assertThat(right.status()).as(right.body()).isEqualTo(200);
        assertThat(right.json().path("clerk").path("id").asString())
                .isEqualTo(robin.id().toString());
        assertThat(right.json().path("clerk").path("name").asString()).isEqualTo("Robin Reyes");
        assertThat(Base64.getDecoder().decode(right.text("dataKey"))).hasSize(32);
        assertThat(right.header("Cache-Control")).contains("no-store");
        assertThat(attempts()).isZero();
    }

    @Test
    void allClerksOfATillGetTheSameKeyAndAnotherTillAnotherOne() {
        String key = signIn(robin, PIN).text("dataKey");

        assertThat(key).isNotEmpty();
        assertThat(signIn(robin, PIN).text("dataKey")).isEqualTo(key);
        assertThat(signIn(kim, "00815").text("dataKey")).isEqualTo(key);
        assertThat(signIn(otherTill, robin.id().toString(), PIN).text("dataKey"))
                .isNotEmpty()
                .isNotEqualTo(key);
    }

    @Test
    void aSessionOfTheTillGetsTheKeyOfItsToken() {
        String session = till.post("/api/v1/session", "").header("Set-Cookie").split(";", 2)[0];
        ApiClient page = harbor.with("");
        String[] headers = {"Cookie", session, "Sec-Fetch-Site", "same-origin"};

        assertThat(page.get(CLERKS, headers).body()).contains("Robin Reyes");
        assertThat(page.post(SIGN_INS, body(robin.id().toString(), PIN), headers)
                        .text("dataKey"))
                .isNotEmpty()
                .isEqualTo(signIn(robin, PIN).text("dataKey"));
    }

    @Test
    void listsTheClerksOfTheChannelByNameAndNoSecrets() {
        assertThat(names()).containsExactly("Kim Ito", "Robin Reyes");
        assertThat(till.get(CLERKS).body()).doesNotContain("$2a$", "pin");
        assertThat(harbor.get(CLERKS).body()).doesNotContain(robin.id().toString());
        assertThat(till.get("/api/v1/configuration").body()).doesNotContain("$2a$");
    }

    @Test
    void nobodyLearnsWhetherAClerkWorksElsewhere() {
        ChannelClerk elsewhere = clerk("Lou", PIN, since);
        jdbc.update(
                "insert into clerk (channel, id, name, pin_hash, pin_set_at) values ('STATION', ?, 'Lou', ?, now())",
                elsewhere.id(),
                elsewhere.pinHash());

        Response known = signIn(elsewhere, PIN);
        Response unknown = signIn(till, UUID.randomUUID().toString(), PIN);
        Response wrong = signIn(robin, "0000");

        assertThat(known.status()).isEqualTo(403);
        assertThat(known.text("detail")).isEqualTo(unknown.text("detail")).isEqualTo(wrong.text("detail"));
        assertThat(known.text("type")).isEqualTo(unknown.text("type"));
        jdbc.update("delete from clerk where id = ?", elsewhere.id());
    }

    @Test
    void aRepetitionWithAnIdempotencyKeyIsAnAttemptOfItsOwn() {
        String body = body(robin.id().toString(), "0000");
        till.post(SIGN_INS, body, "Idempotency-Key", "sign-in-" + channel);
        till.post(SIGN_INS, body, "Idempotency-Key", "sign-in-" + channel);

        assertThat(attempts()).isEqualTo(2);
        till.post(SIGN_INS, body(robin.id().toString(), PIN), "Idempotency-Key", "right-" + channel);
        assertThat(jdbc.queryForList("select body from idempotency_key where body like '%dataKey%'"))
                .isEmpty();
    }

    private int attempts() {
        return jdbc
                .queryForList("select attempts from clerk_sign_in_attempt where clerk = ?", Integer.class, robin.id())
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
