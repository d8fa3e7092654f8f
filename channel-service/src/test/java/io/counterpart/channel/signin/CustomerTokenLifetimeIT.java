package io.counterpart.channel.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomerTokenLifetimeIT extends CustomerTokenContext {

    @Test
    void isRandomShortLivedAndStoredAsItsHash() {
        String token = signedIn.text("customerToken");

        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(201);
        assertThat(token).hasSizeGreaterThan(43).isNotEqualTo(signIn(shop).text("customerToken"));
        assertThat(Duration.between(Instant.now(), Instant.parse(signedIn.text("customerTokenExpiresAt"))))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(jdbc.queryForList(
                        "select async_customer_id::text from customer_token where sha256 = ?",
                        String.class,
                        Sha256.hex(token)))
                .containsExactly(own);
    }

    @Test
    void isNotStoredWithAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String body = body(UUID.randomUUID().toString(), "Signer");

        Response first = harbor.with(shop).post(SIGN_INS, body, "Idempotency-Key", key);
        Response again = harbor.with(shop).post(SIGN_INS, body, "Idempotency-Key", key);
        Response other = harbor.with(shop).post(SIGN_INS, body("x", "Other"), "Idempotency-Key", key);

        assertThat(jdbc.queryForList(
                        "select coalesce(body, 'none') from idempotency_key where key like ?", String.class, "%" + key))
                .containsExactly("none");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("asyncCustomerId")).isEqualTo(first.text("asyncCustomerId"));
        assertThat(harbor.with(again.text("customerToken"))
                        .get(CUSTOMERS + "/" + first.text("asyncCustomerId"))
                        .status())
                .isEqualTo(200);
        assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void isNamedByItsAccountNumberAndFollowsTheCustomerThatHqLinkedItTo() {
        String order = harbor.post(ORDERS, order(own)).header("Location");
        String number = KafkaHeadquarters.accountNumber();
        UUID whole = UUID.randomUUID();
        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.linking(SnapshotFixtures.foreign(whole, number, "Linked"), UUID.fromString(own)));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> "Linked".equals(harbor.get(CUSTOMERS + "/" + own).text("lastName")));
        // The token is cached for two seconds.
        await().atMost(Duration.ofSeconds(3))
                .until(() -> self.get(CUSTOMERS + "/" + whole).status() == 200);

        assertThat(List.of(own, number, whole.toString().toUpperCase(java.util.Locale.ROOT)))
                .allSatisfy(id -> assertThat(self.get(CUSTOMERS + "/" + id).text("lastName"))
                        .isEqualTo("Linked"));
        assertThat(self.get(order).status()).isEqualTo(200);
        assertThat(patch(self, own, "{\"firstName\": \"Linked\"}").status()).isEqualTo(200);
    }

    @Test
    void endsWithTheTokenOfItsStorefront() {
        assertThat(self.get(CUSTOMERS + "/" + own).status()).isEqualTo(200);

        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.revokeToken(CHANNEL_DATABASE, Sha256.hex(shop), Instant.now()));

        await().atMost(Duration.ofSeconds(3))
                .until(() -> self.get(CUSTOMERS + "/" + own).status() == 401);
    }

    @Test
    void livesNoLongerThanTheTokenOfItsStorefront() {
        String closing = "shop-" + UUID.randomUUID();
        storefront(closing, "HARBOR", Instant.now().plusSeconds(60));

        Instant until = Instant.parse(signIn(closing).text("customerTokenExpiresAt"));

        assertThat(until).isBefore(Instant.now().plusSeconds(61));
    }

    @Test
    void expires() {
        Response again = signIn(shop);
        ApiClient fresh = harbor.with(again.text("customerToken"));
        jdbc.update(
                "update customer_token set expires_at = ? where sha256 = ?",
                Timestamp.from(Instant.now()),
                Sha256.hex(again.text("customerToken")));

        assertThat(fresh.get(CUSTOMERS + "/" + again.text("asyncCustomerId")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.", "customer.unknown"})
    void isUnknownUnlessItWasIssued(String token) {
        assertThat(harbor.with(token).get(CUSTOMERS + "/" + own).status()).isEqualTo(401);
    }

    @Test
    void costsNoStatementPerRequest() {
        String path = CUSTOMERS + "/" + own;
        self.get(path);
        harbor.get(path);

        List<String> ofCustomer = statements.during(StatementCounter::answersRequests, () -> self.get(path));
        List<String> ofTill = statements.during(StatementCounter::answersRequests, () -> harbor.get(path));

        assertThat(ofTill).singleElement().asString().contains("from customer");
        assertThat(ofCustomer).isEqualTo(ofTill);
    }
}
