package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.UUID;

/** A receiver of messages: an email address, or the URL of a webhook. */
record AlertDestination(UUID id, Kind kind, String address, Instant createdAt) {

    /** How messages are sent. */
    enum Kind {
        EMAIL,
        WEBHOOK
    }

    String subject() {
        return "Alert destination " + publicAddress();
    }

    /** Without the path, which is a secret of many receivers. */
    String publicAddress() {
        return kind == Kind.EMAIL ? address : address.replaceFirst("^(https?://[^/?#]+).*", "$1");
    }
}
