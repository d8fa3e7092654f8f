package io.counterpart.channel.signin;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.Topics;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SignInIT extends ChannelServiceContext {

    private static final String SIGN_INS = "/api/v1/sign-ins";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final String subject = UUID.randomUUID().toString();
    private final String email = "sign." + UUID.randomUUID() + "@Example.com";

    @BeforeEach
    void storefronts() {
        harbor = storefront(harbor, "HARBOR");
        station = storefront(station, "STATION");
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    private ApiClient storefront(ApiClient client, String channel) {
        String token = "storefront-of-" + channel;
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, ?, ?, 'STOREFRONT')"
                        + " on conflict do nothing",
                Sha256.hex(token),
                channel,
                token);
        return client.with(token);
    }

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

    @Test
    void makesOneCustomerOfManySignInsAtOnce() {
        assertThat(idsOf(harbor, customer(email))).hasSize(1);
    }

    @Test
    void makesOneCustomerOfManySignInsAtOnceThroughHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());

        assertThat(idsOf(station, customer(email))).hasSize(1);
    }

    @RepeatedTest(5)
    void makesOneCustomerOfTwoIdentitiesThatSignUpWithOneEmailAtOnce() {
        assertOneCustomerOf(identitiesAtOnce(harbor));
    }

    @RepeatedTest(3)
    void makesOneCustomerOfTwoIdentitiesThatSignUpWithOneEmailAtOnceThroughHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());

        assertOneCustomerOf(identitiesAtOnce(station));
    }

    @Test
    void linksOnceHoweverManySignInsComeAtOnce() {
        String id = harbor.post(CUSTOMERS, customer(email)).text("asyncCustomerId");

        assertThat(idsOf(harbor, customer(email))).containsExactly(id);
        assertThat(harbor.get(CUSTOMERS + "/" + id)
                        .json()
                        .path("pendingOperations")
                        .asInt())
                .isEqualTo(2);
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

    private List<String> idsOf(ApiClient storefront, String customer) {
        List<CompletableFuture<Response>> tries = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> signIn(storefront, subject, customer)))
                .limit(8)
                .toList();
        return tries.stream()
                .map(CompletableFuture::join)
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201))
                .map(answer -> answer.text("asyncCustomerId"))
                .distinct()
                .toList();
    }

    private List<Response> identitiesAtOnce(ApiClient storefront) {
        List<CompletableFuture<Response>> tries = Stream.of("-1", "-2", "-3", "-4")
                .map(identity -> CompletableFuture.supplyAsync(
                        () -> signIn(storefront, subject + identity, customer(email)), threads))
                .toList();
        return tries.stream().map(CompletableFuture::join).toList();
    }

    private void assertOneCustomerOf(List<Response> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(answer -> answer.text("type"))
                .containsOnly("/problems/duplicate-external-identity");
        assertThat(jdbc.queryForObject("select count(*) from customer where email = ?", Integer.class, email))
                .isEqualTo(1);
    }

    private static Response signIn(ApiClient storefront, String subject, String customer) {
        return storefront.post(SIGN_INS, """
                {"externalIdentity": {"issuer": "https://login.example.com", "subject": "%s", "emailVerified": true},
                 "customer": %s}
                """.formatted(subject, customer));
    }

    private static String customer(String email) {
        return "{\"lastName\": \"Signer\", \"email\": \"%s\"}".formatted(email);
    }
}
