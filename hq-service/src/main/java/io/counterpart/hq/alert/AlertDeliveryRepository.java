package io.counterpart.hq.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.messaging.MessageJson;

/** The table {@code alert_delivery}: messages that wait for their receivers, and what became of them. */
@Repository
class AlertDeliveryRepository {

    private static final String INSERT = """
            insert into alert_delivery (id, alert_id, destination_id, address, kind, message, created_at, next_attempt_at)
            select gen_random_uuid(), cast(:alert as bigint), d.id, d.address, :kind, cast(:message as jsonb),
              cast(:at as timestamptz), cast(:at as timestamptz)
            from alert_destination d
            """;

    // A message that has not arrived yet says the same.
    private static final String REPEAT = INSERT + """
            where not exists (
              select from alert_delivery as earlier
              where earlier.alert_id = :alert and earlier.destination_id = d.id and earlier.status = 'PENDING')
            """;

    private static final String REPORT_RECOVERY = INSERT + """
            where exists (
              select from alert_delivery as earlier where earlier.alert_id = :alert and earlier.destination_id = d.id)
            """;

    private static final String ADD_TEST = INSERT + "where d.id = :destination";

    private static final String SUPERSEDE = """
            update alert_delivery set status = 'SUPERSEDED', finished_at = cast(:at as timestamptz)
            where alert_id = :alert and status = 'PENDING'
            """;

    // Destinations that another instance, or another thread, is sending to are skipped.
    private static final String CLAIM = """
            update alert_destination set claim = :claim, claimed_until = cast(:until as timestamptz)
            where id in (
              select d.id from alert_destination d
              where coalesce(d.claimed_until <= cast(:at as timestamptz), true)
                and exists (
                  select from alert_delivery as due
                  where due.destination_id = d.id and due.status = 'PENDING'
                    and due.next_attempt_at <= cast(:at as timestamptz))
              order by d.id limit :limit for update skip locked)
            returning id, kind, address, secret,
              case when previous_secret_until > cast(:at as timestamptz) then previous_secret end as previous_secret
            """;

    private static final String DUE = """
            with mine as (
              update alert_destination set claimed_until = cast(:until as timestamptz)
              where id = :destination and claim = :claim
              returning id)
            select due.id, due.kind, due.message
            from alert_delivery as due join mine on mine.id = due.destination_id
            where due.status = 'PENDING' and due.next_attempt_at <= cast(:at as timestamptz)
            order by due.created_at, due.alert_id, due.id limit :limit
            """;

    private static final String RELEASE = """
            update alert_destination set claim = null, claimed_until = null where id = :destination and claim = :claim
            """;

    private static final String SENT = """
            update alert_delivery
            set status = 'SENT', attempts = attempts + 1, last_error = null, finished_at = cast(:at as timestamptz)
            where id = any(:ids)
            """;

    private static final String FAILED = """
            with tried as (
              select id, created_at + cast(:patience as interval) as last_at,
                cast(:at as timestamptz) + least(:first * power(2, attempts), :longest) * interval '1 second' as next_at
              from alert_delivery where id = any(:ids) and status = 'PENDING')
            update alert_delivery as delivery
            set attempts = attempts + 1, last_error = :error, next_attempt_at = tried.next_at,
              status = case when tried.next_at > tried.last_at then 'GIVEN_UP' else 'PENDING' end,
              finished_at = case when tried.next_at > tried.last_at then cast(:at as timestamptz) end
            from tried where tried.id = delivery.id
            returning delivery.status
            """;

    private static final double FIRST_PAUSE_SECONDS = 15;
    private static final double LONGEST_PAUSE_SECONDS = 6 * 3600;
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final MessageJson json;

    AlertDeliveryRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes a message to every destination; returns their number. */
    int add(long alert, String kind, AlertMessage message, Instant at) {
        return insert(jdbc.sql(INSERT), alert, kind, message, at);
    }

    /** Writes a message to the destinations that have received the last one. */
    void repeat(long alert, AlertMessage message, Instant at) {
        insert(jdbc.sql(REPEAT), alert, "REPEATED", message, at);
    }

    /** Writes a message to the destinations that got one about the alert, in place of what they have not received. */
    void addRecovery(long alert, AlertMessage message, Instant at) {
        supersede(alert, at);
        insert(jdbc.sql(REPORT_RECOVERY), alert, "RECOVERED", message, at);
    }

    void addTest(UUID destination, AlertMessage message, Instant at) {
        insert(jdbc.sql(ADD_TEST).param("destination", destination), null, "TEST", message, at);
    }

    private int insert(
            JdbcClient.StatementSpec statement, @Nullable Long alert, String kind, AlertMessage message, Instant at) {
        return statement
                .param("alert", alert)
                .param("kind", kind)
                .param("message", json.write(message))
                .param("at", at.toString())
                .update();
    }

    void supersede(long alert, Instant at) {
        jdbc.sql(SUPERSEDE).param("alert", alert).param("at", at.toString()).update();
    }

    /** Claims destinations that have a message due; the claim ends by itself if this instance dies. */
    List<AlertDestination.Claimed> claim(UUID claim, int limit, Instant at, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("claim", claim)
                .param("limit", limit)
                .param("at", at.toString())
                .param("until", at.plus(lease).toString())
                .query(AlertDestination.Claimed.class)
                .list();
    }

    /** The messages that are due, oldest first, and a longer claim; empty if another instance has the claim now. */
    List<AlertMessage.Due> due(UUID destination, UUID claim, int limit, Instant at, Duration lease) {
        return jdbc.sql(DUE)
                .param("destination", destination)
                .param("claim", claim)
                .param("limit", limit)
                .param("at", at.toString())
                .param("until", at.plus(lease).toString())
                .query((row, number) -> new AlertMessage.Due(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        json.read(row.getString("message"), AlertMessage.class)))
                .list();
    }

    void release(UUID destination, UUID claim) {
        jdbc.sql(RELEASE)
                .param("destination", destination)
                .param("claim", claim)
                .update();
    }

    void sent(Collection<UUID> ids, Instant at) {
        jdbc.sql(SENT)
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", at.toString())
                .update();
    }

    /** Plans the next attempt, later each time, up to a day after the message was written; returns how many gave up. */
    int failed(Collection<UUID> ids, String error, Instant at) {
        return (int) jdbc
                .sql(FAILED)
                .param("ids", ids.toArray(UUID[]::new))
                .param("error", error)
                .param("at", at.toString())
                .param("first", FIRST_PAUSE_SECONDS)
                .param("longest", LONGEST_PAUSE_SECONDS)
                .param("patience", PATIENCE.toString())
                .query(String.class)
                .list()
                .stream()
                .filter("GIVEN_UP"::equals)
                .count();
    }
}
