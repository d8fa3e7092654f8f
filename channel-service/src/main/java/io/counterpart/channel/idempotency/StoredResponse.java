package io.counterpart.channel.idempotency;

import java.util.Map;

/** The stored response to a request. */
record StoredResponse(int status, Map<String, String> headers, String body) {}
