package io.counterpart.hq.messaging;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.json.ContractJson;

/** The JSON format of the topics: unknown fields are ignored, decimals are exact. */
@Component
public class MessageJson {

    private final JsonMapper mapper = ContractJson.builder()
            // A sender of an older version omits fields that were added later.
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
