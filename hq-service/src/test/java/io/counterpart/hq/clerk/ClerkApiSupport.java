package io.counterpart.hq.clerk;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.TestDriver;

/** A database with three channels, and an administrator that manages clerks by the API. */
abstract class ClerkApiSupport {

    static final String CLERKS = "/api/v1/clerks/";

    final String id = UUID.randomUUID().toString();

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    private String admin = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    static String clerk(String name, String channels, String active, @Nullable String pin) {
        return "{'name': '%s', 'channels': [%s], 'active': %s%s}"
                .formatted(name, channels, active, pin == null ? "" : ", 'pin': '" + pin + "'")
                .replace('\'', '"');
    }

    List<JsonNode> commands() {
        return work.publishedTo(Topics.CONTROL).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    JsonNode published(String channel) {
        return work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070).stream()
                .map(JsonMapper.shared()::readTree)
                .filter(it -> it.path("channel").asString().equals(channel))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    String tag() {
        return String.valueOf(get(CLERKS + id).getResponse().getHeader(HttpHeaders.ETAG));
    }

    MvcTestResult get(String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, admin).exchange();
    }

    MvcTestResult put(String clerk, @Nullable String ifMatch, String body) {
        var request = http.put()
                .uri(CLERKS + clerk)
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.exchange();
    }

    JsonNode json(MvcTestResult answer) {
        return work.tree(answer);
    }

    String body(MvcTestResult answer) {
        return work.tree(answer).toString();
    }
}
