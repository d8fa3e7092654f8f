package io.counterpart.hq.customerimport;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads files and runs imports as the loop does. */
@HqManualContext
abstract class CustomerImportSupport {

    static final String PATH = "/api/v1/customer-imports";
    static final String HEADER = "Customer no;First name;Surname;Email;Street;City;Country;Note\n";

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    ImportLoop loop;

    String admin = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    static String line(int number) {
        return "C-%07d;Ann;Lee %d;ann%d@example.com;Quay %d;Oslo;NOR;x\n".formatted(number, number, number, number);
    }

    MvcTestResult send(String fileName, byte[] content) {
        return http.post()
                .uri(PATH + "?fileName=" + fileName)
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType("text/csv")
                .content(content)
                .exchange();
    }

    UUID upload(String fileName, String content) throws Exception {
        MvcTestResult sent = send(fileName, content.getBytes(StandardCharsets.UTF_8));
        assertThat(sent).hasStatus(201);
        return UUID.fromString(json(sent).get("id").stringValue());
    }

    /** Starts a dry run or the import and returns what became of it. */
    JsonNode run(UUID id, boolean dryRun) throws Exception {
        start(id, dryRun);
        processAll();
        return view(id);
    }

    void start(UUID id, boolean dryRun) {
        assertThat(client.post(admin, PATH + "/" + id + "/start", "{\"dryRun\": %s}".formatted(dryRun)))
                .hasStatusOk();
    }

    void processAll() {
        while (loop.process()) {
            assertThat(loop).isNotNull();
        }
    }

    JsonNode importing(String fileName, String content) throws Exception {
        return run(upload(fileName, content), false);
    }

    JsonNode view(UUID id) throws Exception {
        return json(client.get(admin, PATH + "/" + id));
    }

    JsonNode report(JsonNode job) throws Exception {
        return json(client.get(admin, PATH + "/" + job.get("id").stringValue() + "/report?limit=200"))
                .get("items");
    }

    static String counts(JsonNode job) {
        return "%s created %d existing %d bad %d"
                .formatted(
                        job.get("status").stringValue(),
                        job.get("created").longValue(),
                        job.get("existing").longValue(),
                        job.get("bad").longValue());
    }

    static JsonNode json(MvcTestResult result) throws Exception {
        return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
    }
}
