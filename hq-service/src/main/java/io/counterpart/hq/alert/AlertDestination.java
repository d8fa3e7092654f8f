package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

    /**
     * A destination to which this instance may send.
     *
     * @param previousSecret null: only the secret signs
     */
    record Claimed(
            UUID id,
            Kind kind,
            String address,
            @Nullable String secret,
            @Nullable String previousSecret) {

        List<String> secrets() {
            var secrets = new ArrayList<String>();
            if (secret != null) {
                secrets.add(secret);
            }
            if (previousSecret != null) {
                secrets.add(previousSecret);
            }
            return secrets;
        }
    }
}
