package io.counterpart.channel.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.operation.CustomerOperation;

/** A customer that a test edits, with the last version that it received. */
final class CustomerEditClient {

    private final ApiClient api;
    private final JdbcTemplate jdbc;
    private final String location;

    CustomerEditClient(ApiClient api, JdbcTemplate jdbc, Response created) {
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

    Response read() {
        return api.get(location + "?include=addresses,contacts,affiliations,attributes");
    }

    String etag() {
        return api.get(location).header("ETag");
    }

    Response patch(String path, String body) {
        return api.patch(location + path, body, "If-Match", etag());
    }

    Response put(String path, String body) {
        return api.put(location + path, body, "If-Match", etag());
    }

    Response post(String path, String body) {
        return api.post(location + path, body);
    }

    Response delete(String path) {
        return api.delete(location + path, "If-Match", etag());
    }

    String firstId(String parts) {
        return read().json().path(parts).path(0).path("id").asString();
    }

    /** The logged operations for the P-job, in order. */
    List<CustomerOperation> logged() {
        return jdbc
                .queryForList(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion",
                        String.class,
                        id().toString())
                .stream()
                .map(json -> MessageJson.read(json, CustomerOperation.class))
                .toList();
    }

    int unanswered() {
        return jdbc.queryForList("select 1 from unanswered_edit where async_customer_id = ?", id())
                .size();
    }

    /** The columns of the customer's row. */
    Map<String, Object> row() {
        return jdbc.queryForMap("select * from customer where async_customer_id = ?", id());
    }
}
