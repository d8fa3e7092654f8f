package io.counterpart.channel.loyalty;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.RealTimeBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class LoyaltyCardIT extends ChannelServiceContext {

    @Test
    void needsTheAccountNumber() {
        String id = harbor.post(CUSTOMERS, "{\"lastName\": \"Loyal\"}").text("asyncCustomerId");

        Response answer = harbor.post(cards(id), "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("/problems/customer-pending-sync");
    }

    @Test
    void hasHeadquartersIssueTheCard() {
        String number = converted();
        REAL_TIME.behave(RealTimeBehaviour.status(
                200,
                "{\"cardNumber\": \"L-77\", \"accountNumber\": \"%s\", \"issuedAt\": \"2026-11-22T10:00:00Z\"}"
                        .formatted(number)));

        Response answer = station.post(cards(number), "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("cardNumber")).isEqualTo("L-77");
        assertThat(answer.text("accountNumber")).isEqualTo(number);
    }

    @Test
    void isTheOneThatTheCustomerHasAlready() {
        String number = converted();
        REAL_TIME.behave(card("L-78" + number, number, UUID.randomUUID()));

        Response answer = station.post(cards(number), "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("cardNumber")).isEqualTo("L-78" + number);
    }

    @Test
    void isListedWithThoseOfOtherChannelDatabases() {
        String number = converted();
        REAL_TIME.behave(RealTimeBehaviour.status(200, """
                {"items": [{"cardNumber": "A-%1$s", "accountNumber": "%1$s", "issuedAt": "2026-11-21T10:00:00Z"},
                           {"cardNumber": "B-%1$s", "accountNumber": "%1$s", "issuedAt": "2026-11-22T10:00:00Z"}]}
                """.formatted(number)));

        Response listed = station.get(cards(number));
        REAL_TIME.behave(RealTimeBehaviour.silent());
        Response away = station.get(cards(number));

        assertThat(listed.status()).as(listed.body()).isEqualTo(200);
        assertThat(listed.json().path("complete").asBoolean()).isTrue();
        assertThat(listed.json().path("items").path(0).path("cardNumber").asString())
                .isEqualTo("A-" + number);
        assertThat(away.json().path("complete").asBoolean()).isFalse();
        assertThat(away.json().path("items")).isEqualTo(listed.json().path("items"));
    }

    @Test
    void aPendingCustomerHasNone() {
        String id = harbor.post(CUSTOMERS, "{\"lastName\": \"Pending\"}").text("asyncCustomerId");

        Response listed = harbor.get(cards(id));

        assertThat(listed.json().path("items").isEmpty()).isTrue();
        assertThat(listed.json().path("complete").asBoolean()).isTrue();
        assertThat(harbor.get(cards(UUID.randomUUID().toString())).status()).isEqualTo(404);
    }

    @Test
    void cannotBeDoneWithoutHeadquarters() {
        String number = converted();
        REAL_TIME.behave(RealTimeBehaviour.silent());

        Response answer = station.post(cards(number), "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-unreachable");
    }

    @Test
    void passesOnWhyHeadquartersRefuses() {
        String number = converted();
        REAL_TIME.behave(RealTimeBehaviour.refusing(409, "customer-blocked", "The customer may not join"));

        assertThat(station.post(cards(number), "{}").text("detail")).isEqualTo("The customer may not join");
    }

    @Test
    void doesNotIssueToABlockedOrUnknownCustomer() {
        String number = converted();
        jdbc.update("update customer set blocked = true where account_number = ?", number);

        assertThat(station.post(cards(number), "{}").text("type")).isEqualTo("/problems/customer-blocked");
        assertThat(station.post(cards(UUID.randomUUID().toString()), "{}").status())
                .isEqualTo(404);
        assertThat(station.post(cards(number), "{\"points\": 5}").status()).isEqualTo(400);
    }

    private static RealTimeBehaviour card(String card, String number, UUID request) {
        return RealTimeBehaviour.status(
                200,
                "{\"cardNumber\": \"%s\", \"accountNumber\": \"%s\", \"issuedAt\": \"2026-11-22T10:00:00Z\", \"requestId\": \"%s\"}"
                        .formatted(card, number, request));
    }

    private String converted() {
        REAL_TIME.behave(REAL_TIME.doing());
        return station.post(CUSTOMERS, "{\"lastName\": \"Loyal\"}").text("accountNumber");
    }

    private static String cards(String id) {
        return CUSTOMERS + "/" + id + "/loyalty-cards";
    }
}
