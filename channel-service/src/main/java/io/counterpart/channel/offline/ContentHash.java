package io.counterpart.channel.offline;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.support.security.Sha256;

/** A hash of an entry or an operation that does not depend on the order of fields or the whitespace of the JSON. */
final class ContentHash {

    private static final JsonMapper CANONICAL = MessageJson.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ContentHash() {}

    static String of(Object content) {
        return Sha256.hex(CANONICAL.writeValueAsBytes(content));
    }
}
