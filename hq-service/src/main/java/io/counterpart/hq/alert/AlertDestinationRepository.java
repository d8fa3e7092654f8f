package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alert_destination}. */
@Repository
class AlertDestinationRepository {

    private static final String LIST = """
            select d.id, d.kind, d.address, d.created_at, last.status, last.last_error, last.attempts,
              coalesce(last.finished_at, last.created_at) as last_at
            from alert_destination d
            left join lateral (
              select * from alert_delivery as delivery
              where delivery.destination_id = d.id and (delivery.attempts > 0 or delivery.status = 'PENDING')
              order by delivery.created_at desc limit 1) as last on true
            order by d.kind, d.address
            """;

    private static final String INSERT = """
            insert into alert_destination (id, kind, address, secret, created_at)
            values (:id, :kind, :address, :secret, cast(:at as timestamptz))
            on conflict on constraint alert_destination_unique do nothing
            """;

    private static final String ROTATE = """
            update alert_destination
            set previous_secret = secret, previous_secret_until = cast(:until as timestamptz), secret = :secret
            where id = :id and kind = 'WEBHOOK'
            """;

    // Messages to a destination that is gone are not sent any more.
    private static final String SUPERSEDE = """
            update alert_delivery set status = 'SUPERSEDED', finished_at = cast(:at as timestamptz)
            where destination_id = :id and status = 'PENDING'
            """;

    private final JdbcClient jdbc;

    AlertDestinationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DestinationRow> list() {
        return jdbc.sql(LIST).query(DestinationRow.class).list();
    }

    Optional<AlertDestination> find(UUID id) {
        return jdbc.sql("select id, kind, address, created_at from alert_destination where id = :id")
                .param("id", id)
                .query(AlertDestination.class)
                .optional();
    }

    /** Returns false if there is one with the same address. */
    boolean add(AlertDestination destination, @Nullable String secret) {
        return jdbc.sql(INSERT)
                        .param("id", destination.id())
                        .param("kind", destination.kind().name())
                        .param("address", destination.address())
                        .param("secret", secret)
                        .param("at", destination.createdAt().toString())
                        .update()
                == 1;
    }

    /** Both secrets sign until the given time. */
    void rotate(UUID id, String secret, Instant bothUntil) {
        jdbc.sql(ROTATE)
                .param("id", id)
                .param("secret", secret)
                .param("until", bothUntil.toString())
                .update();
    }

    void remove(UUID id, Instant at) {
        jdbc.sql(SUPERSEDE).param("id", id).param("at", at.toString()).update();
        jdbc.sql("delete from alert_destination where id = :id").param("id", id).update();
    }

    /**
     * A destination with the state of its last message.
     *
     * @param status null: no message yet
     */
    record DestinationRow(
            UUID id,
            AlertDestination.Kind kind,
            String address,
            Instant createdAt,
            @Nullable String status,
            @Nullable String lastError,
            @Nullable Integer attempts,
            @Nullable Instant lastAt) {}
}
