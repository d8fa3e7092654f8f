package io.counterpart.channel.signin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

/** A running channel service and a customer that signed in at a storefront. */
abstract class CustomerTokenContext extends ChannelServiceContext {

    static final String SIGN_INS = "/api/v1/sign-ins";
    static final String ORDERS = "/api/v1/customer-orders";

    final String shop = "shop-" + UUID.randomUUID();
    Response signedIn;
    ApiClient self;
    String own;

    @BeforeEach
    void signIn() {
        storefront(shop, "HARBOR", null);
        signedIn = signIn(shop);
        self = harbor.with(signedIn.text("customerToken"));
        own = signedIn.text("asyncCustomerId");
    }

    Response patch(ApiClient caller, String id, String body) {
        return caller.patch(CUSTOMERS + "/" + id, body, "If-Match", etag());
    }

    String etag() {
        return harbor.get(CUSTOMERS + "/" + own).header("ETag");
    }

    Response signIn(String storefront) {
        return harbor.with(storefront).post(SIGN_INS, body(UUID.randomUUID().toString(), "Signer"));
    }

    static String body(String subject, String lastName) {
        return "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"%s\"}, \"customer\": {\"lastName\": \"%s\"}}"
                .formatted(subject, lastName);
    }

    static String order(String customer) {
        return "{\"customer\": \"%s\", \"lines\": [{\"item\": \"Lamp\", \"quantity\": \"1\", \"price\": \"19.90\"}]}"
                .formatted(customer);
    }

    void storefront(String token, String channel, @Nullable Instant expiresAt) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role, expires_at) values (?, ?, ?, 'STOREFRONT', ?)",
                Sha256.hex(token),
                channel,
                token,
                expiresAt == null ? null : Timestamp.from(expiresAt));
    }
}
