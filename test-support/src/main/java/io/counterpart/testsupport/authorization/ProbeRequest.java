package io.counterpart.testsupport.authorization;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that reaches the authorization of an endpoint.
 *
 * @param path with values for its variables
 */
public record ProbeRequest(String method, String path, Map<String, String> headers, String body) {

    /** A request to an endpoint, with all variables of its path replaced by one value. */
    public static ProbeRequest of(Endpoint endpoint, String variable) {
        return new ProbeRequest(endpoint.method(), endpoint.pattern().replaceAll("\\{[^}]+}", variable), Map.of(), "");
    }

    public ProbeRequest at(String otherPath) {
        return new ProbeRequest(method, otherPath, headers, body);
    }

    public ProbeRequest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ProbeRequest(method, path, more, body);
    }

    /** With a body of this media type. */
    public ProbeRequest body(String mediaType, String content) {
        return new ProbeRequest(method, path, with("Content-Type", mediaType).headers, content);
    }
}
