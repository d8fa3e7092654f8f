package io.counterpart.hq.channel;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests that call the administration API. */
abstract class ConfigurationApiSupport {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    String admin = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    static String channel(String name, String type, String more) {
        return """
                {"channel": "%s", "name": "%s", "type": "%s", "channelDatabase": "online",
                 "functionalityProfile": "online", "defaultCustomer": null,
                 "operatingUnit": {"name": "x", "country": "USA", "currencyCode": "USD", "language": "en-US"}%s}
                """.formatted(name, name, type, more);
    }

    MvcTestResult get(String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, admin).exchange();
    }

    MvcTestResult post(String path) {
        return http.post().uri(path).header(HttpHeaders.AUTHORIZATION, admin).exchange();
    }

    String tag(String path) {
        return String.valueOf(get(path).getResponse().getHeader(HttpHeaders.ETAG));
    }

    MvcTestResult put(String path, @org.jspecify.annotations.Nullable String ifMatch, String body) {
        var request = http.put()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.exchange();
    }
}
