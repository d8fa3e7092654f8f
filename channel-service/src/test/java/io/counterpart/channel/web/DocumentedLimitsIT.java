package io.counterpart.channel.web;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.configuration.Features;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits in the OpenAPI document are those of the service: one more is rejected, and the limit itself is not. */
class DocumentedLimitsIT extends ChannelServiceContext {

    private static final JsonMapper JSON = JsonMapper.shared();

    @BeforeEach
    void allowEveryPart() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
    }

    @Test
    void ofTextsOfACustomer() {
        assertThat(check("CustomerEntry", "")).hasSizeGreaterThan(8);
    }

    @Test
    void ofTextsOfAnAddress() {
        assertThat(check("AddressEntry", "/addresses/0")).hasSizeGreaterThan(10);
    }

    @Test
    void ofTheNumberOfParts() {
        JsonNode properties = schemas().path("CustomerEntry").path("properties");
        for (String part : List.of("addresses", "contacts", "affiliations")) {
            int most = properties.path(part).path("maxItems").asInt();
            ArrayNode parts = JSON.createArrayNode();
            for (int i = 0; i <= most; i++) {
                parts.addObject().put("city", "Harbor").put("type", "PHONE").put("value", "1");
            }
            assertThat(most).as(part).isPositive();
            assertThat(errors(named().set(part, part.equals("affiliations") ? names(most + 1) : only(part, parts))))
                    .as(part)
                    .contains("/" + part + " too-many");
        }
    }

    /** The fields that have a limit. */
    private List<String> check(String schema, String at) {
        var checked = new ArrayList<String>();
        schemas().path(schema).path("properties").propertyStream().forEach(field -> {
            int longest = field.getValue().path("maxLength").asInt(0);
            if (longest > 0) {
                String error = at + "/" + field.getKey() + " too-long";
                assertThat(errors(entry(at, field.getKey(), longest + 1))).contains(error);
                assertThat(errors(entry(at, field.getKey(), longest))).doesNotContain(error);
                checked.add(field.getKey());
            }
        });
        return checked;
    }

    private static ObjectNode entry(String at, String field, int length) {
        ObjectNode entry = named();
        ObjectNode of = at.isEmpty() ? entry : entry.putArray("addresses").addObject();
        if (!at.isEmpty()) {
            // An address with a name alone is empty.
            of.put("city", "Harbor");
        }
        of.put(field, "1".repeat(length));
        return entry;
    }

    private static ObjectNode named() {
        return JSON.createObjectNode().put("lastName", "Limit");
    }

    private static ArrayNode names(int count) {
        ArrayNode names = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            names.add("VIP");
        }
        return names;
    }

    // The fields of the other kind of part are unknown.
    private static ArrayNode only(String part, ArrayNode parts) {
        parts.forEach(
                it -> ((ObjectNode) it).remove(part.equals("addresses") ? List.of("type", "value") : List.of("city")));
        return parts;
    }

    private List<String> errors(JsonNode entry) {
        ApiClient.Response response = harbor.post(CUSTOMERS, entry.toString());
        return response.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString("") + " "
                        + error.path("code").asString(""))
                .toList();
    }

    private JsonNode schemas() {
        return harbor.with("").get("/v3/api-docs").json().path("components").path("schemas");
    }
}
