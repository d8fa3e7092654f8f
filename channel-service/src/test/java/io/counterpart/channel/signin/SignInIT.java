package io.counterpart.channel.signin;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SignInIT extends SignInContext {

    @Test
    void makesACustomerAtTheFirstSignInAndFindsItAtTheNext() {
        Response first = signIn(harbor, subject, customer(email));
        Response next = signIn(harbor, subject, "null");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(CUSTOMERS + "/" + first.text("asyncCustomerId"));
        assertThat(first.json().path("externalIdentity").path("subject").asString())
                .isEqualTo(subject);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("asyncCustomerId")).isEqualTo(first.text("asyncCustomerId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"emailVerified\": false", ", \"emailVerified\": null"})
    void linksNobodyByAnEmailThatIsNotVerified(String stated) {
        String id = harbor.post(CUSTOMERS, customer(email)).text("asyncCustomerId");

        Response answer = harbor.post(
                SIGN_INS,
                "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"%s\"%s}, \"customer\": %s}"
                        .formatted(subject, stated, customer(email)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("asyncCustomerId")).isNotEqualTo(id);
    }

    @Test
    void isForStorefrontsOnly() {
        assertThat(signIn(harbor.with(HARBOR_TOKEN), subject, customer(email)).status())
                .isEqualTo(403);
    }

    @Test
    void findsNoMatchWhenNoneExistsAndNoneIsGiven() {
        Response answer = signIn(harbor, subject, "null");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("type")).isEqualTo("/problems/customer-not-found");
    }

    @Test
    void linksTheOnlyCustomerWithThatEmailAndPublishesTheLink() {
        String id = harbor.post(CUSTOMERS, customer(email)).text("asyncCustomerId");

        Response answer = signIn(station, subject, customer(email.toLowerCase(java.util.Locale.ROOT)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("asyncCustomerId")).isEqualTo(id);
        assertThat(answer.json().path("pendingOperations").asInt()).isEqualTo(2);
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HQ.recordsOf(Topics.P_0001, id).stream()
                        .anyMatch(each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8)
                                .contains("\"kind\":\"LINK_IDENTITY\"")));
        assertThat(signIn(harbor, subject, "null").status()).isEqualTo(200);
    }

    @Test
    void doesNotGuessBetweenCustomersWithTheSameEmail() {
        harbor.post(CUSTOMERS, customer(email));
        harbor.post(CUSTOMERS, customer(email));

        Response answer = signIn(harbor, subject, customer(email));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("/problems/multiple-customers-with-email");
    }

    @Test
    void takesNoSignInAwayFromACustomer() {
        signIn(harbor, subject, customer(email));

        Response other = signIn(harbor, subject + "-other", customer(email));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).isEqualTo("/problems/duplicate-external-identity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                     | 422 | /externalIdentity required",
                "{\"externalIdentity\": {\"issuer\": \"i\"}}                            | 422 | /externalIdentity/subject required",
                "{\"externalIdentity\": {\"issuer\": 5, \"subject\": \"s\"}}            | 400 | /externalIdentity/issuer wrong-type",
                "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"new\"}, \"customer\": {}} | 422 | /customer/lastName required",
                "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"new\"}, \"customer\": {\"email\": \"a\\u0000\"}} | 422 | /customer/email control-character",
                "{\"identity\": {}}                                                     | 400 | /identity unknown-field",
            })
    void refusesSignInsThatMakeNoSense(String body, int status, String error) {
        Response answer = harbor.post(SIGN_INS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }
}
