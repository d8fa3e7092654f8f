package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.testsupport.certificate.IssuedCertificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The whole system with TLS on every connection, and Kafka's users with the rights that the documentation lists. */
class SecureTransportIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String POS_OF_HARBOR = "local-pos-harbor";
    // Both services show it to everyone.
    private static final String PAGE = "/problems/unauthorized";

    private final SecureStack stack = SecureStack.get();
    private final HttpClient http = TlsClient.http(stack.company.certificate());

    @Test
    void aCustomerOfTheChannelReturnsWithItsAccountNumber() throws Exception {
        configured();

        JsonNode created = json(post("/api/v1/customers", "{\"lastName\":\"Secure\"}"), 201);

        assertThat(created.path("syncStatus").asString()).isEqualTo("PENDING_SYNC");
        String path = "/api/v1/customers/" + created.path("asyncCustomerId").asString();
        eventually()
                .untilAsserted(() -> assertThat(json(get("harbor", path, POS_OF_HARBOR), 200)
                                .path("accountNumber")
                                .asString())
                        .isNotEmpty());
    }

    @Test
    void theRealTimeServiceAnswersOverTls() throws Exception {
        configured();

        // The circuit breaker may be open: HQ starts before the channel knows its configuration.
        eventually().untilAsserted(() -> {
            HttpResponse<String> found = post("/api/v1/customers/search", "{\"query\":\"nobody\",\"scope\":\"all\"}");
            assertThat(json(found, 200).path("headquarters").path("asked").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void everyConnectionOfAServiceToItsDatabaseIsEncrypted() throws SQLException {
        var encrypted = new TreeSet<String>();
        try (var connection = stack.superuser("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select usename, ssl from pg_stat_ssl"
                        + " join pg_stat_activity using (pid) where usename <> 'postgres'")) {
            while (rows.next()) {
                assertThat(rows.getBoolean("ssl")).isTrue();
                encrypted.add(rows.getString("usename"));
            }
        }

        assertThat(encrypted).contains("hq_app", "channel_app");
    }

    @Test
    void theClientsThatWatchKafkaSignInAsWell() throws Exception {
        eventually().untilAsserted(() -> assertThat(health("hq", "topics")).contains("\"status\":\"UP\""));
        eventually()
                .untilAsserted(() -> assertThat(JSON.readTree(health("harbor", "sync"))
                                .path("components")
                                .path("kafka")
                                .path("status")
                                .asString())
                        .isEqualTo("UP"));
        assertThat(stack.log("hq")).contains("All topics exist").doesNotContain("AuthorizationException");
        assertThat(stack.log("harbor")).doesNotContain("AuthorizationException");
    }

    @Test
    void theChannelServiceWarmsUpOverTls() throws IOException {
        assertThat(stack.log("harbor")).contains("Warmed up in").doesNotContain("The warm-up ended early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq", "harbor"})
    void newConnectionsGetANewCertificateWithoutARestart(String service) throws IOException {
        URI server = stack.address(service);
        try (var before = connect(server)) {
            assertThat(before.get(PAGE)).startsWith("HTTP/1.1 200");

            replace(stack.certificate(service), stack.company.issue("next-" + service, "dns:localhost"));

            eventually().untilAsserted(() -> {
                try (var after = connect(server)) {
                    assertThat(after.serialNumber()).isNotEqualTo(before.serialNumber());
                    assertThat(after.get(PAGE)).startsWith("HTTP/1.1 200");
                }
            });
            assertThat(before.get(PAGE)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq", "harbor"})
    void browsersAreToldToStayWithHttps(String service) throws Exception {
        HttpResponse<String> answer = get(service, "/api/v1/nothing-here", POS_OF_HARBOR);

        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq", "harbor"})
    void aServiceAnswersNothingWithoutTls(String service) throws Exception {
        URI plain = URI.create(stack.address(service).toString().replace("https", "http"));

        assertThat(http.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> TlsClient.connect(stack.address(service), stack.stranger.certificate()))
                .hasMessageContaining("PKIX path");
    }

    private TlsClient connect(URI server) throws IOException {
        return TlsClient.connect(server, stack.company.certificate());
    }

    // As a tool would that renews certificates: each file is complete at every moment.
    private static void replace(IssuedCertificate old, IssuedCertificate next) throws IOException {
        Files.move(next.key(), old.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(next.certificate(), old.certificate(), StandardCopyOption.REPLACE_EXISTING);
    }

    private void configured() {
        eventually()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(json(get("harbor", "/api/v1/configuration", POS_OF_HARBOR), 200)
                                .path("versions")
                                .path("1110")
                                .isObject())
                        .isTrue());
    }

    private HttpResponse<String> get(String service, String path, String token)
            throws IOException, InterruptedException {
        return http.send(request(service, path, token).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request("harbor", path, POS_OF_HARBOR)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String service, String path, String token) {
        return HttpRequest.newBuilder(stack.address(service).resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private String health(String service, String group) throws IOException, InterruptedException {
        URI address = stack.management(service).resolve("/actuator/health/" + group);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
