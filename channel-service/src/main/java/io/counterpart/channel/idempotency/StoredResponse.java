package io.counterpart.channel.idempotency;

import java.util.Map;

/** The answer that a request got. */
record StoredResponse(int status, Map<String, String> headers, String body) {}
