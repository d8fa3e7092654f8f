package io.counterpart.testsupport.requests;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * An operation of an OpenAPI document.
 *
 * @param bodies schema by content type
 */
record ApiOperation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

    /** A parameter in the path, the query or a header. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Parameter> in(String where) {
        return parameters.stream().filter(it -> it.in().equals(where)).toList();
    }
}
