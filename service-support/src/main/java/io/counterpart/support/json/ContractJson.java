package io.counterpart.support.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules of JSON between the services: a reader ignores what a newer sender adds, and decimals stay exact. */
public final class ContractJson {

    private ContractJson() {}

    /** To be completed by what is a service's own. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
