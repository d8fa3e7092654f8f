package io.counterpart.hq.topics;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.json.ContractJson;

/** JSON as the topics carry it: a reader ignores what it does not know, decimals stay exact. */
@Component
public class WireJson {

    private final JsonMapper mapper = ContractJson.builder()
            // A sender of an older version leaves out a field that came later.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public <T> T read(byte[] json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public JsonNode tree(String json) {
        return mapper.readTree(json);
    }

    public <T> T convert(Object value, Class<T> type) {
        return mapper.convertValue(value, type);
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }
}
