package io.counterpart.channel.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.operation.CustomerOperation;

/** Reads when the fields of a customer were changed: as HQ reported it, and by the edits of this channel database. */
@Repository
class ChangeTimesRepository {

    private static final TypeReference<Map<String, Instant>> TIMES = new TypeReference<>() {};

    private static final String FIND = """
            select c.created_at, c.changed_at, o.payload
            from customer c
            left join async_operation o
              on o.aggregateid = c.async_customer_id::text
              and o.type not in ('CREATE_CUSTOMER', 'CREATE_ORDER', 'CANCEL_ORDER', 'ADD_NOTE')
            where c.async_customer_id = ?
            """;

    private final JdbcTemplate jdbc;

    ChangeTimesRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    ChangeTimes of(UUID customer) {
        return Objects.requireNonNull(
                jdbc.query(FIND, (ResultSetExtractor<ChangeTimes>) ChangeTimesRepository::times, customer));
    }

    // One row per logged edit, each with the customer.
    private static ChangeTimes times(ResultSet rows) throws SQLException {
        Instant createdAt = Instant.EPOCH;
        Map<String, Instant> changedAt = new HashMap<>();
        for (boolean first = true; rows.next(); first = false) {
            if (first) {
                createdAt = rows.getTimestamp("created_at").toInstant();
                changedAt.putAll(atHeadquarters(rows.getString("changed_at")));
            }
            String payload = rows.getString("payload");
            if (payload != null) {
                FieldNames.addTimes(MessageJson.read(payload, CustomerOperation.class), changedAt);
            }
        }
        return new ChangeTimes(createdAt, changedAt);
    }

    private static Map<String, Instant> atHeadquarters(@Nullable String changedAt) {
        return changedAt == null
                ? new HashMap<>()
                : new HashMap<>(MessageJson.mapper().readValue(changedAt, TIMES));
    }
}
