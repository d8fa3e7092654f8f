package io.counterpart.support.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON rules between the services: a reader ignores unknown fields of a newer sender, and decimals stay exact. */
public final class ContractJson {

    private ContractJson() {}

    /** Returns a builder to which each service adds its own settings. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
