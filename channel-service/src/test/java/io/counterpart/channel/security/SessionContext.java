package io.counterpart.channel.security;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

/** A running channel service, and a page with a session of a till. */
abstract class SessionContext extends ChannelServiceContext {

    static final String SESSION = "/api/v1/session";
    static final String CONFIGURATION = "/api/v1/configuration";
    static final String SITE = "Sec-Fetch-Site";
    static final String NAME = "__Host-counterpart-session=";

    final String token = "session-" + UUID.randomUUID();
    final String device = token.substring(0, 20);
    ApiClient page;
    Response created;
    String cookie;

    @BeforeEach
    void createSession() {
        token(token, "TILL");
        page = harbor.with("");
        created = harbor.with(token).post(SESSION, "");
        cookie = cookieOf(created);
    }

    static String cookieOf(Response created) {
        return created.header("Set-Cookie").split(";", 2)[0];
    }

    /** The value of the cookie. */
    String secret() {
        return cookie.substring(NAME.length());
    }

    Response get(String path, String... headers) {
        return page.get(path, with(headers));
    }

    /** Sent by a page of this service. */
    Response post(String path, String body, String... headers) {
        String[] stated = Stream.concat(Stream.of(SITE, "same-origin"), Stream.of(headers))
                .toArray(String[]::new);
        return page.post(path, body, with(stated));
    }

    String[] with(String... headers) {
        return Stream.concat(Stream.of("Cookie", cookie), Stream.of(headers)).toArray(String[]::new);
    }

    void token(String added, String role) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', ?, ?)",
                Sha256.hex(added),
                added.substring(0, 20),
                role);
    }
}
