package io.counterpart.testsupport.schema;

import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * A response to compare with its description.
 *
 * @param headers their names in lower case
 * @param body missing if there is none
 */
public record ApiResponseView(int status, Set<String> headers, JsonNode body) {

    public static ApiResponseView of(int status, Set<String> headers, String body) {
        return new ApiResponseView(status, headers, body.isEmpty() ? MissingNode.getInstance() : node(body));
    }

    // A file is a text for the description.
    private static JsonNode node(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return StringNode.valueOf(body);
        }
    }
}
