package io.counterpart.hq.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Base class of tests with two customers of one person: Ann Lee, C-0000001, and Anne Leigh, C-0000002. */
abstract class MergeSupport {

    static final String CUSTOMERS = "/api/v1/customers/";
    static final String SURVIVOR = "C-0000001";
    static final String LOSER = "C-0000002";

    @Autowired
    TestDriver work;

    @Autowired
    ApiClient client;

    @Autowired
    MockMvcTester http;

    final UUID ann = UUID.randomUUID();
    final UUID anne = UUID.randomUUID();
    String api = "";

    @BeforeEach
    void twoCustomers() {
        work.clear();
        work.channels();
        api = work.bearer(TokenRole.HQ_API, null);
        work.stage(List.of(OperationFixtures.creation(ann)));
        work.synchronize();
        work.stage(List.of(
                OperationFixtures.creation(anne, OperationFixtures.profile("Anne", "Leigh", "anne@example.com"), null),
                order(anne, 2)));
        work.synchronize();
    }

    static CustomerOperation order(UUID customer, int number) {
        var order = new CustomerOrder(
                UUID.randomUUID(), "USD", List.of(new CustomerOrder.Line("shoes", "1", "19.90")), null);
        return OperationFixtures.operation(customer, "harbor", number, new OperationBody.CreateOrder(order));
    }

    JsonNode customer(String id) {
        MvcTestResult answer = client.get(api, CUSTOMERS + id);
        assertThat(answer).hasStatusOk();
        return work.tree(answer);
    }

    MvcTestResult merge(String survivor, String merged) {
        return merge(survivor, merged, Map.of());
    }

    MvcTestResult merge(String survivor, String merged, Map<String, String> fields) {
        return merge(survivor, version(survivor), merged, version(merged), fields);
    }

    MvcTestResult merge(String survivor, long version, String merged, long mergedVersion, Map<String, String> fields) {
        return post(
                CUSTOMERS + survivor + "/merges",
                version,
                work.json(Map.of("merged", merged, "mergedVersion", mergedVersion, "fields", fields)));
    }

    MvcTestResult undo(JsonNode merge) {
        String survivor = merge.path("survivor").asString();
        return post(CUSTOMERS + survivor + "/merges/" + merge.path("id").asString() + "/undo", version(survivor), "{}");
    }

    long version(String id) {
        String tag = client.get(api, CUSTOMERS + id).getResponse().getHeader(HttpHeaders.ETAG);
        return tag == null ? 0 : Long.parseLong(tag.replace("\"", ""));
    }

    MvcTestResult post(String path, long version, String json) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, api)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    String detail(MvcTestResult problem) {
        return work.tree(problem).path("detail").asString();
    }

    String lastName(String id) {
        return customer(id).path("content").path("profile").path("lastName").asString();
    }
}
