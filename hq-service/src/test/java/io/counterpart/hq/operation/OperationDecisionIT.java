package io.counterpart.hq.operation;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationDecisionIT extends OperationDecisionSupport {

    @Autowired
    MockMvcTester http;

    @Test
    void setsThePolicyAndAsksAboutDuplicates() {
        String policy = "/api/v1/duplicate-policy";
        assertThat(client.get(operator, policy)).bodyJson().isLenientlyEqualTo("{\"mode\": \"off\"}");
        assertThat(client.put(operator, policy, "{\"mode\": \"sometimes\"}")).hasStatus(422);
        assertThat(client.put(operator, policy, "{\"mode\": \"flag\"}")).hasStatusOk();

        var second = twoOfTheSame();

        assertThat(client.get(operator, PATH + "/" + second.operationId()))
                .bodyJson()
                .extractingPath("$.errorCode")
                .isEqualTo("possible-duplicate");
    }

    @Test
    void createsAPossibleDuplicateAnyway() {
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        var second = twoOfTheSame();

        assertThat(client.post(
                        operator, PATH + "/" + second.operationId() + "/synchronize", "{\"createAnyway\": true}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
        assertThat(work.count("customer")).isEqualTo(2);
    }

    @Test
    void linksAPossibleDuplicate() {
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        var second = twoOfTheSame();
        String path = PATH + "/" + second.operationId() + "/link";

        assertThat(client.post(operator, path, "{}")).hasStatus(422);
        assertThat(client.post(operator, path, "{\"customer\": \"C-0000009\"}")).hasStatus(404);
        assertThat(client.post(operator, path, "{\"customer\": \"C-0000001\"}"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"status": "SUCCEEDED", "accountNumber": "C-0000001"}
                """);
        assertThat(client.get(operator, "/api/v1/customers/" + second.asyncCustomerId()))
                .bodyJson()
                .extractingPath("$.accountNumber")
                .isEqualTo("C-0000001");
        assertThat(client.get(operator, "/api/v1/audit-entries?subject=" + second.operationId()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"items": [{"actor": "test", "action": "link", "detail": {"accountNumber": "C-0000001"}}]}
                """);
    }

    @Test
    void synchronizesAllThatAFilterFinds() {
        work.stage(Stream.generate(OperationDecisionIT::broken).limit(3).toList());
        work.synchronize();
        work.jdbcUpdate("""
                update async_operation
                set payload = jsonb_set(payload::jsonb, '{body,content,profile,firstName}', '"Ann"')::json
                where recid in (select recid from async_operation order by recid limit 2)
                """);

        assertThat(client.post(operator, PATH + "/synchronize", "{\"channel\": \"ONLINE\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"matched\": 0}");
        assertThat(client.post(operator, PATH + "/synchronize", "{\"channel\": \"HARBOR\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"matched\": 3, \"succeeded\": 2, \"failed\": 1, \"waiting\": 0}");
        assertThat(client.post(operator, PATH + "/synchronize", "{\"limit\": 1001}"))
                .hasStatus(422);
    }

    @Test
    void saysAtOnceWhatConversionWouldStillRefuse() {
        var broken = broken();
        work.stage(List.of(broken));
        work.synchronize();

        assertThat(mend(broken, "firstName", "x".repeat(101)))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"type": "/problems/validation",
                 "errors": [{"pointer": "/changes/0/newValue", "code": "value-too-long"}]}
                """);
        assertThat(mend(broken, "email", "b@example.com"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"errors": [{"pointer": "/changes", "code": "name-required"}]}
                """);
        assertThat(mend(broken, "firstName", "Ann")).hasStatusOk();
        assertThat(work.texts("select action from audit_entry")).containsExactly("mend");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult mend(
            CustomerOperation operation, String field, String value) {
        String path = PATH + "/" + operation.operationId();
        return http.patch()
                .uri(path)
                .header("Authorization", operator)
                .header(
                        "If-Match",
                        String.valueOf(client.get(operator, path).getResponse().getHeader("ETag")))
                .contentType("application/merge-patch+json")
                .content("{\"changes\": [{\"field\": \"%s\", \"newValue\": \"%s\"}]}".formatted(field, value))
                .exchange();
    }

    private CustomerOperation twoOfTheSame() {
        var second = OperationFixtures.creation();
        work.stage(List.of(OperationFixtures.creation()));
        work.synchronize();
        work.stage(List.of(second));
        work.synchronize();
        return second;
    }
}
