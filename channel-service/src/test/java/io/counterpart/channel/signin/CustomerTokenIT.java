package io.counterpart.channel.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** A signed-in customer reads and edits only itself, for as long as its storefront may sign customers in. */
class CustomerTokenIT extends CustomerTokenContext {

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
                "POST /customers/possible-duplicates",
                "GET /customers/changes",
                "PUT /customers/{own}",
                "PUT /customers/{own}/affiliations",
                "PUT /customers/{own}/attributes",
                "POST /customers/{own}/loyalty-cards",
                "GET /customers/{own}/loyalty-cards",
                "POST /customers/{own}/notes",
                "POST /customer-orders",
                "POST /customer-orders/{own}/cancellation",
                "POST /offline-uploads",
                "POST /tills/heartbeat",
                "POST /sign-ins",
                "POST /session",
                "GET /session",
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
        assertThat(patch(self, own, "{\"vatNumber\": \"GB 123\"}").firstError())
                .isEqualTo("/vatNumber set-by-the-store");
        assertThat(patch(self, own, "{\"invoiceAccount\": \"C-9\"}").firstError())
                .isEqualTo("/invoiceAccount set-by-the-store");
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

    private Response send(String method, String path, @Nullable String body) {
        String type = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
        byte[] bytes = (body == null || "GET".equals(method) || "HEAD".equals(method) ? "" : body)
                .getBytes(StandardCharsets.UTF_8);
        return self.send(method, path, type, bytes, "If-Match", "*");
    }
}
