package io.counterpart.hq.openapi;

import java.io.UnsupportedEncodingException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.schema.ApiDocument;
import io.counterpart.testsupport.schema.ApiOperationDescription;
import io.counterpart.testsupport.schema.ApiResponseView;

import static org.assertj.core.api.Assertions.assertThat;

/** HQ accepts the request examples of its OpenAPI document, and responds as described. */
@HqManualContext
class DocumentedExamplesIT {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("/api/v1/affiliations/{name}", "VIP"),
            Map.entry("/api/v1/attribute-definitions/{name}", "shoeSize"),
            Map.entry("/api/v1/channel-database-groups/{name}", "default"),
            Map.entry("/api/v1/channels/{channel}", "HARBOR"),
            Map.entry("/api/v1/customer-groups/{name}", "RETAIL"),
            Map.entry("/api/v1/features/{name}", "async-customer-editing"),
            Map.entry("/api/v1/functionality-profiles/{id}", "stores"),
            Map.entry("/api/v1/number-sequences/{name}", "customer"),
            Map.entry("/api/v1/possible-duplicates/{id}", "1"),
            Map.entry("/api/v1/batch-jobs/{job}", "P-0001"),
            Map.entry("/api/v1/channel-databases/{name}", "harbor"));

    // These need no customer, no operation and no recovery.
    private static final Set<String> SUCCEED = Set.of(
            "searchCustomers",
            "findCustomers",
            "putAffiliation",
            "putAttributeDefinition",
            "putCustomerGroup",
            "putFunctionalityProfile",
            "putNumberSequence",
            "putFeature",
            "putDuplicatePolicy",
            "putAlertSettings",
            "createAlertDestination",
            "createDevice",
            "putClerk",
            "rescheduleJob",
            "synchronizeOperations",
            "holdJob",
            "releaseJob");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    private String admin = "";
    private String database = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
        database = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
    }

    @Test
    void hqAcceptsEveryExampleAndRespondsAsDescribed() throws UnsupportedEncodingException {
        ApiDocument document = document();
        List<ApiOperationDescription> operations = document.operations().stream()
                .sorted(Comparator.comparing(operation -> !operation.method().equals("PUT")))
                .toList();

        for (ApiOperationDescription operation : operations) {
            MockHttpServletResponse response = send(operation, true);
            assertThat(document.differences(operation, view(response))).isEmpty();
            if (SUCCEED.contains(operation.id()) || operation.id().startsWith("list")) {
                assertThat(response.getStatus())
                        .as("%s: %s", operation, response.getContentAsString())
                        .isBetween(200, 299);
            }
        }
    }

    @Test
    void everyProblemIsDescribed() throws UnsupportedEncodingException {
        ApiDocument document = document();

        for (ApiOperationDescription operation : document.operations()) {
            assertThat(document.differences(
                            operation, view(exchange(operation.method(), path(operation), null, null, null))))
                    .isEmpty();
            assertThat(document.differences(
                            operation,
                            view(exchange(
                                    operation.method(),
                                    path(operation) + "?nonsense=1",
                                    bearer(operation),
                                    null,
                                    null))))
                    .isEmpty();
            if (operation.requires(HttpHeaders.IF_MATCH)) {
                MockHttpServletResponse response = send(operation, false);
                assertThat(response.getStatus()).as("%s", operation).isEqualTo(428);
                assertThat(document.differences(operation, view(response))).isEmpty();
            }
        }
    }

    private ApiDocument document() throws UnsupportedEncodingException {
        return new ApiDocument(JsonMapper.shared()
                .readTree(exchange("GET", "/v3/api-docs", null, null, null).getContentAsString()));
    }

    private MockHttpServletResponse send(ApiOperationDescription operation, boolean withVersion) {
        String body = operation.body().map(it -> it.getValue().toString()).orElse(null);
        String version = withVersion && operation.method().equals("PUT") ? version(operation) : null;
        String query = operation.requires("channelDatabase") ? "?channelDatabase=harbor" : "";
        return exchange(operation.method(), path(operation) + query, bearer(operation), version, body);
    }

    // The recurrence and the block are parts of the resource that has the version.
    private @Nullable String version(ApiOperationDescription operation) {
        String resource = path(operation).replaceAll("/(recurrence|blocked)$", "");
        return exchange("GET", resource, admin, null, null).getHeader(HttpHeaders.ETAG);
    }

    private MockHttpServletResponse exchange(
            String method, String path, @Nullable String bearer, @Nullable String version, @Nullable String body) {
        var request = http.method(HttpMethod.valueOf(method)).uri(path);
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, version);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange().getResponse();
    }

    private String bearer(ApiOperationDescription operation) {
        return operation.path().startsWith("/realtime") ? database : admin;
    }

    private static String path(ApiOperationDescription operation) {
        String path = operation.path();
        for (Map.Entry<String, String> named : NAMES.entrySet()) {
            String template = named.getKey();
            if (path.startsWith(template)) {
                path = path.replace(template, template.replaceAll("\\{\\w+}", named.getValue()));
            }
        }
        return path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static ApiResponseView view(MockHttpServletResponse response) throws UnsupportedEncodingException {
        Set<String> headers = response.getHeaderNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return ApiResponseView.of(response.getStatus(), headers, response.getContentAsString());
    }
}
