package io.counterpart.hq.operation;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationRepairIT extends OperationApiSupport {

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
