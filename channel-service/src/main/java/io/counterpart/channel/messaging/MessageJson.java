package io.counterpart.channel.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.json.ContractJson;

/** JSON of the contract: written without nulls, read with tolerance for fields that a newer sender adds. */
public final class MessageJson {

    private static final JsonMapper MAPPER = ContractJson.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private MessageJson() {}

    /** For callers that need the mapper itself, for example to store the same JSON in columns. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static <T> T read(byte[] json, Class<T> type) throws JacksonException {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, Class<T> type) throws JacksonException {
        return MAPPER.readValue(json, type);
    }
}
