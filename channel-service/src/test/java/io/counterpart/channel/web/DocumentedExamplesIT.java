package io.counterpart.channel.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.configuration.Features;
import io.counterpart.support.security.Sha256;
import io.counterpart.testsupport.schema.ApiDocument;
import io.counterpart.testsupport.schema.ApiOperationDescription;
import io.counterpart.testsupport.schema.ApiResponseView;

import static org.assertj.core.api.Assertions.assertThat;

/** The service accepts the request examples of its OpenAPI document, and responds as described. */
class DocumentedExamplesIT extends ChannelServiceContext {

    private static final String STOREFRONT_TOKEN = "token-of-the-documented-storefront";
    private static final String ANY_VERSION = "*";
    // Without headquarters there is no card, and a stream of events does not end.
    private static final Set<String> WITHOUT_SUCCESS = Set.of("issueLoyaltyCard");
    private static final Set<String> STREAMS = Set.of("listenToEvents");

    private static final String CLERK = "0198f3a0-0000-7000-8000-00000000c1e4";

    private JsonNode customer = MissingNode.getInstance();
    private String order = UUID.randomUUID().toString();

    @BeforeEach
    void configureTheDocumentedChannel() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
        jdbc.update(
                "insert into device_token (sha256, channel, device, role, storefront_access)"
                        + " values (?, 'HARBOR', 'documented', 'STOREFRONT', 'FULL') on conflict do nothing",
                Sha256.hex(STOREFRONT_TOKEN));
        jdbc.update(
                "insert into clerk (channel, id, name, pin_hash, pin_set_at)"
                        + " values ('HARBOR', ?::uuid, 'Robin Reyes', ?, now()) on conflict do nothing",
                CLERK,
                new BCryptPasswordEncoder(4).encode("4711"));
    }

    @Test
    void theServiceAcceptsEveryExampleAndRespondsAsDescribed() {
        var document = new ApiDocument(harbor.with("").get("/v3/api-docs").json());
        // The example of an order names the customer of the example of an upload.
        List<ApiOperationDescription> operations = document.operations().stream()
                .filter(operation -> !STREAMS.contains(operation.id()))
                .sorted(Comparator.comparingInt(DocumentedExamplesIT::position))
                .toList();

        for (ApiOperationDescription operation : operations) {
            ApiClient.Response response = send(operation, operation.requires("If-Match"));
            assertThat(document.differences(operation, view(response))).isEmpty();
            if (!WITHOUT_SUCCESS.contains(operation.id())) {
                assertThat(response.status())
                        .as("%s: %s", operation, response.body())
                        .isBetween(200, 299);
            }
        }
    }

    @Test
    void everyProblemIsDescribed() {
        var document = new ApiDocument(harbor.with("").get("/v3/api-docs").json());

        for (ApiOperationDescription operation : document.operations()) {
            String path = path(operation);
            assertThat(document.differences(operation, view(harbor.with("").method(operation.method(), path))))
                    .isEmpty();
            assertThat(document.differences(operation, view(harbor.method(operation.method(), path + "?nonsense=1"))))
                    .isEmpty();
            if (operation.requires("If-Match")) {
                ApiClient.Response response = send(operation, false);
                assertThat(response.status()).as("%s", operation).isEqualTo(428);
                assertThat(document.differences(operation, view(response))).isEmpty();
            }
        }
    }

    private static int position(ApiOperationDescription operation) {
        return switch (operation.id()) {
            case "uploadOffline" -> 0;
            case "createOrder" -> 1;
            default -> operation.method().equals("DELETE") ? 3 : 2;
        };
    }

    private ApiClient.Response send(ApiOperationDescription operation, boolean withVersion) {
        ApiClient client = operation.id().equals("signIn") ? harbor.with(STOREFRONT_TOKEN) : harbor;
        String[] headers = withVersion ? new String[] {"If-Match", ANY_VERSION} : new String[0];
        String path = path(operation);
        ApiClient.Response response = operation
                .body()
                .map(body -> client.send(
                        operation.method(),
                        path,
                        body.getKey(),
                        body.getValue().toString().getBytes(StandardCharsets.UTF_8),
                        headers))
                .orElseGet(() -> operation.method().equals("DELETE")
                        ? client.delete(path, headers)
                        : client.method(operation.method(), path));
        if (operation.id().equals("createOrder")) {
            order = response.text("id");
        }
        return response;
    }

    private String path(ApiOperationDescription operation) {
        String id = operation.path().contains("customer-orders")
                ? order
                : operation.id().equals("putCustomer")
                        ? UUID.randomUUID().toString()
                        : customer().path("asyncCustomerId").asString();
        return operation
                .path()
                .replace("{id}", id)
                .replace("{addressId}", customer().at("/addresses/0/id").asString(""))
                .replace("{contactId}", customer().at("/contacts/0/id").asString(""));
    }

    private JsonNode customer() {
        if (customer.isMissingNode()) {
            customer = harbor.post(CUSTOMERS, """
                            {"firstName": "Ann", "lastName": "Example",
                             "addresses": [{"city": "Seattle"}],
                             "contacts": [{"type": "PHONE", "value": "+1 555 0100"}]}
                            """).json();
        }
        return customer;
    }

    private static ApiResponseView view(ApiClient.Response response) {
        Set<String> headers = response.response().headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return ApiResponseView.of(response.status(), headers, response.body());
    }
}
