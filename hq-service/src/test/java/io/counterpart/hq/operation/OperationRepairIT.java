package io.counterpart.hq.operation;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationRepairIT {

    private static final String PATH = "/api/v1/synchronization-operations";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void showsEveryOperationWithItsFate() {
        var customer = OperationFixtures.creation();
        work.stage(List.of(
                customer,
                OperationFixtures.edit(
                        customer.asyncCustomerId(), 2, new FieldChange("email", "ann@example.com", "b@example.com")),
                broken()));
        work.synchronize();

        assertThat(get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"kind": "CREATE_CUSTOMER", "status": "FAILED", "attempts": 1, "accountNumber": null,
                   "lastError": "A person requires a first or last name.", "errorCode": "name-required"},
                  {"kind": "EDIT_PROFILE", "status": "SUCCEEDED", "accountNumber": "C-0000001",
                   "changes": [{"field": "email", "oldValue": "ann@example.com", "newValue": "b@example.com"}]},
                  {"kind": "CREATE_CUSTOMER", "status": "SUCCEEDED", "channel": "HARBOR", "channelDatabase": "harbor"}],
                 "nextCursor": null}
                """);
        assertThat(get(PATH + "?status=FAILED"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(PATH + "?customer=C-0000001&kind=EDIT_PROFILE"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(PATH + "?customer=" + customer.asyncCustomerId()))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
    }

    @Test
    void showsPages() {
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation(), OperationFixtures.creation()));

        var first = get(PATH + "?limit=2");

        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        String cursor = work.tree(first).path("nextCursor").asString("");
        assertThat(get(PATH + "?limit=2&cursor=" + cursor)).bodyJson().isLenientlyEqualTo("""
                {"items": [{"status": "PENDING"}], "nextCursor": null}
                """);
        assertThat(get(PATH + "?limit=201")).hasStatus(422);
    }

    @Test
    void repairsAnOperationAndSynchronizesIt() {
        var broken = broken();
        work.stage(List.of(
                broken,
                OperationFixtures.edit(
                        broken.asyncCustomerId(), 2, new FieldChange("email", "a@example.com", "b@example.com"))));
        work.synchronize();
        String path = PATH + "/" + broken.operationId();
        String tag = tag(path);

        assertThat(patch(path, null, "firstName", "\"Ann\"")).hasStatus(428);
        assertThat(patch(path, tag, "shoe", "\"Ann\"")).hasStatus(422);
        assertThat(patch(path, tag, "firstName", "\"Ann\"")).hasStatusOk();
        assertThat(patch(path, tag, "firstName", "\"Bea\"")).hasStatus(412);
        assertThat(work.texts("select firstname from retailasynccustomerv2 where operation = 1"))
                .containsExactly("Ann");
        // The original payload is stored, with the editor.
        assertThat(work.texts(
                        "select edited_by || ' ' || (payload #> '{body,content,profile}')::text from operation_edit"))
                .singleElement()
                .asString()
                .startsWith("test ")
                .doesNotContain("\"Ann\"");

        assertThat(post(path + "/synchronize")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"status": "SUCCEEDED", "accountNumber": "C-0000001", "attempts": 2}
                """);
        work.synchronize();
        assertThat(work.texts("select first_name || ' ' || email from customer"))
                .containsExactly("Ann b@example.com");
        assertThat(patch(path, tag, "firstName", "\"Bea\"")).hasStatus(409);
        assertThat(post(path + "/synchronize")).hasStatus(409);
    }

    @Test
    void repairsAPartOfANewCustomer() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));
        work.jdbcUpdate("insert into affiliation (name, description) values ('STAFF', 'x')");
        work.synchronize();
        String path = PATH + "/" + creation.operationId();
        assertThat(get(path)).bodyJson().extractingPath("$.errorCode").isEqualTo("unknown-affiliation");

        assertThat(patch(path, tag(path), "affiliations", "[\"STAFF\"]")).hasStatusOk();
        assertThat(post(path + "/synchronize"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
        assertThat(work.texts("select retailaffiliationid from retailasynccustomeraffiliation"))
                .containsExactly("STAFF");
    }

    @Test
    void saysThatItDoesNotKnowAnOperation() {
        assertThat(get(PATH + "/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get(PATH + "/nonsense")).hasStatus(400);
    }

    private static CustomerOperation broken() {
        return OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "a@example.com"), null);
    }

    @Test
    void pagesThroughASpanOfTimeFromItsEnd() throws UnsupportedEncodingException {
        var content = OperationFixtures.creation().body();
        // Staged in an order that differs from their times.
        work.stage(Stream.of(20, 0, 30, 10)
                .map(seconds -> OperationFixtures.operation(
                        UUID.randomUUID(), "harbor", 1, OperationFixtures.NOON.plusSeconds(seconds), content))
                .toList());
        String span = "%s?limit=2&from=%s&to=%s"
                .formatted(PATH, OperationFixtures.NOON, OperationFixtures.NOON.plusSeconds(30));

        String first = get(span).getResponse().getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        String second = get(span + "&cursor=" + cursor).getResponse().getContentAsString();

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].occurredAt"))
                .containsExactly("2026-11-20T12:00:20Z", "2026-11-20T12:00:10Z");
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].occurredAt"))
                .containsExactly("2026-11-20T12:00:00Z");
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, operator).exchange();
    }

    private MvcTestResult post(String path) {
        return http.post().uri(path).header(HttpHeaders.AUTHORIZATION, operator).exchange();
    }

    private String tag(String path) {
        return String.valueOf(get(path).getResponse().getHeader(HttpHeaders.ETAG));
    }

    private MvcTestResult patch(
            String path, @org.jspecify.annotations.Nullable String ifMatch, String field, String value) {
        var request = http.patch()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, operator)
                .contentType(MediaType.parseMediaType("application/merge-patch+json"))
                .content("{\"changes\": [{\"field\": \"%s\", \"newValue\": %s}]}".formatted(field, value));
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.exchange();
    }
}
