package io.counterpart.channel.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import io.counterpart.channel.testing.Api;
import io.counterpart.channel.testing.Api.Answer;
import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.operation.CustomerOperation;

/** A customer that a test edits, with the version it saw last. */
final class Edited {

    private final Api api;
    private final JdbcTemplate jdbc;
    private final String location;

    Edited(Api api, JdbcTemplate jdbc, Answer created) {
        this.api = api;
        this.jdbc = jdbc;
        this.location = created.header("Location");
    }

    String location() {
        return location;
    }

    UUID id() {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    Answer read() {
        return api.get(location + "?include=addresses,contacts,affiliations,attributes");
    }

    String etag() {
        return api.get(location).header("ETag");
    }

    Answer patch(String path, String body) {
        return api.patch(location + path, body, "If-Match", etag());
    }

    Answer put(String path, String body) {
        return api.put(location + path, body, "If-Match", etag());
    }

    Answer post(String path, String body) {
        return api.post(location + path, body);
    }

    Answer delete(String path) {
        return api.delete(location + path, "If-Match", etag());
    }

    String firstId(String parts) {
        return read().json().path(parts).path(0).path("id").asString();
    }

    /** What the log has for the P-job, in order. */
    List<CustomerOperation> logged() {
        return jdbc
                .queryForList(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion",
                        String.class,
                        id().toString())
                .stream()
                .map(json -> WireJson.read(json, CustomerOperation.class))
                .toList();
    }

    int unanswered() {
        return jdbc.queryForList("select 1 from unanswered_edit where async_customer_id = ?", id())
                .size();
    }

    /** What stands in the row, by column. */
    Map<String, Object> row() {
        return jdbc.queryForMap("select * from customer where async_customer_id = ?", id());
    }
}
