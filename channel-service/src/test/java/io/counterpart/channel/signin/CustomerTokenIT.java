package io.counterpart.channel.signin;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A signed-in customer reads and edits only itself, for as long as its storefront may sign customers in. */
class CustomerTokenIT extends ChannelServiceContext {

    private static final String SIGN_INS = "/api/v1/sign-ins";
    private static final String ORDERS = "/api/v1/customer-orders";
    private static final List<String> INTERNALS = List.of(
            "syncStatus",
            "creationMode",
            "asyncReason",
            "createdInChannel",
            "pendingOperations",
            "lastSyncError",
            "blocked",
            "externalIdentity",
            "timeline");

    private final String shop = "shop-" + UUID.randomUUID();
    private Response signedIn;
    private ApiClient self;
    private String own;

    @BeforeEach
    void signIn() {
        storefront(shop, "HARBOR", null);
        signedIn = signIn(shop);
        self = harbor.with(signedIn.text("customerToken"));
        own = signedIn.text("asyncCustomerId");
    }

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
    void readsAndEditsItself() {
        Response edited = patch(self, own, "{\"phone\": \"+1 555 0100\"}");
        Response address =
                self.post(CUSTOMERS + "/" + own + "/addresses", "{\"city\": \"Harbor\", \"country\": \"USA\"}");
        Response contact =
                self.post(CUSTOMERS + "/" + own + "/contacts", "{\"type\": \"EMAIL\", \"value\": \"a@example.com\"}");
        Response moved = self.patch(address.header("Location"), "{\"city\": \"Station\"}", "If-Match", etag());
        Response removed = self.delete(contact.header("Location"), "If-Match", etag());
        Response read = self.get(CUSTOMERS + "/" + own + "?include=addresses,contacts");

        assertThat(List.of(edited.status(), address.status(), contact.status(), moved.status(), removed.status()))
                .containsExactly(200, 201, 201, 200, 204);
        assertThat(read.text("phone")).isEqualTo("+1 555 0100");
        assertThat(read.json().path("addresses").path(0).path("city").asString())
                .isEqualTo("Station");
        assertThat(read.json().path("contacts").size()).isZero();
        assertThat(self.get(address.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void showsNothingOfTheSynchronization() {
        Response read =
                self.get(CUSTOMERS + "/" + own + "?include=addresses,contacts,affiliations,attributes,timeline");
        Response edited = patch(self, own, "{\"phone\": \"+1 555 0100\"}");

        for (Response answer : List.of(read, edited)) {
            assertThat(answer.text("asyncCustomerId")).isEqualTo(own);
            assertThat(answer.text("lastName")).isEqualTo("Signer");
            assertThat(answer.text("displayAccountNumber")).isEqualTo("Pending sync");
            assertThat(answer.json().path("capabilities").propertyNames())
                    .containsExactlyInAnyOrder("edit", "addAddress", "editAddress", "addContact", "editContact");
            assertThat(INTERNALS).noneMatch(answer.json()::has);
        }
        assertThat(INTERNALS.subList(0, 8))
                .allMatch(harbor.get(CUSTOMERS + "/" + own).json()::has);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    |                         |",
                "GET    | ?include=nonsense       |",
                "PATCH  |                         | {\"lastName\": \"Stolen\"}",
                "PATCH  |                         | not json",
                "POST   | /addresses              | {\"city\": \"Harbor\"}",
                "GET    | /addresses/%s           |",
                "PATCH  | /addresses/%s           | {\"city\": \"Harbor\"}",
                "DELETE | /addresses/%s           |",
                "POST   | /contacts               | {\"type\": \"EMAIL\", \"value\": \"a@example.com\"}",
                "GET    | /contacts/%s            |",
                "PATCH  | /contacts/%s            | {\"value\": \"a@example.com\"}",
                "DELETE | /contacts/%s            |",
            })
    void findsNoOtherCustomer(String method, @Nullable String path, @Nullable String body) {
        String other = harbor.post(CUSTOMERS, "{\"lastName\": \"Other\"}").text("asyncCustomerId");
        String rest = path == null ? "" : path.formatted(UUID.randomUUID());

        Response ofAnother = send(method, CUSTOMERS + "/" + other + rest, body);
        Response ofNobody = send(method, CUSTOMERS + "/" + UUID.randomUUID() + rest, body);

        assertThat(ofAnother.status()).as(ofAnother.body()).isEqualTo(404);
        assertThat(ofAnother.text("type")).isEqualTo("/problems/customer-not-found");
        assertThat(ofAnother.text("detail")).isEqualTo(ofNobody.text("detail"));
        assertThat(harbor.get(CUSTOMERS + "/" + other).text("lastName")).isEqualTo("Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /customers",
                "POST /customers/search",
                "PUT /customers/{own}",
                "PUT /customers/{own}/affiliations",
                "PUT /customers/{own}/attributes",
                "POST /customers/{own}/loyalty-cards",
                "POST /customer-orders",
                "POST /offline-uploads",
                "POST /sign-ins",
                "GET /configuration",
                "GET /events",
                "HEAD /customers/{own}",
                "GET /customers/{own}/nonsense",
                "GET /nonsense",
            })
    void mayDoNothingElse(String endpoint) {
        String[] parts = endpoint.split(" ", 2);

        Response answer = send(parts[0], "/api/v1" + parts[1].replace("{own}", own), "{}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void changesNothingThatTheStoreDecides() {
        Response refused = patch(self, own, "{\"phone\": \"+1 555 0100\", \"customerGroup\": \"WHOLESALE\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.firstError()).isEqualTo("/customerGroup set-by-the-store");
        assertThat(harbor.get(CUSTOMERS + "/" + own).text("phone")).isEmpty();
        assertThat(patch(harbor, own, "{\"customerGroup\": \"WHOLESALE\"}").status())
                .isEqualTo(200);
    }

    @Test
    void readsItsOwnOrdersOnly() {
        String other = harbor.post(CUSTOMERS, "{\"lastName\": \"Other\"}").text("asyncCustomerId");
        String mine = harbor.post(ORDERS, order(own)).header("Location");
        String foreign = harbor.post(ORDERS, order(other)).header("Location");

        Response read = self.get(mine);

        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.text("total")).isEqualTo("19.90");
        assertThat(List.of("creationMode", "createdInChannel")).noneMatch(read.json()::has);
        assertThat(self.get(foreign).status()).isEqualTo(404);
        assertThat(self.get(foreign).text("detail"))
                .isEqualTo(self.get(ORDERS + "/" + UUID.randomUUID()).text("detail"));
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

    private Response patch(ApiClient caller, String id, String body) {
        return caller.patch(CUSTOMERS + "/" + id, body, "If-Match", etag());
    }

    private String etag() {
        return harbor.get(CUSTOMERS + "/" + own).header("ETag");
    }

    private Response send(String method, String path, @Nullable String body) {
        String type = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
        byte[] bytes = (body == null || "GET".equals(method) || "HEAD".equals(method) ? "" : body)
                .getBytes(StandardCharsets.UTF_8);
        return self.send(method, path, type, bytes, "If-Match", "*");
    }

    private Response signIn(String storefront) {
        return harbor.with(storefront).post(SIGN_INS, body(UUID.randomUUID().toString(), "Signer"));
    }

    private static String body(String subject, String lastName) {
        return "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"%s\"}, \"customer\": {\"lastName\": \"%s\"}}"
                .formatted(subject, lastName);
    }

    private static String order(String customer) {
        return "{\"customer\": \"%s\", \"lines\": [{\"item\": \"Lamp\", \"quantity\": \"1\", \"price\": \"19.90\"}]}"
                .formatted(customer);
    }

    private void storefront(String token, String channel, @Nullable Instant expiresAt) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role, expires_at) values (?, ?, ?, 'STOREFRONT', ?)",
                Sha256.hex(token),
                channel,
                token,
                expiresAt == null ? null : Timestamp.from(expiresAt));
    }
}
