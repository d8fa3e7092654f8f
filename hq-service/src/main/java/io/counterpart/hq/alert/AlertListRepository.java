package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.language.PageLanguage;

/** Reads alerts with their messages, for the page and the API. */
@Repository
class AlertListRepository {

    private static final String ALERTS = """
            select id, rule, subject, level, case when :german then coalesce(title_de, title) else title end as title,
              case when :german and title_de is not null then explanation_de else explanation end as explanation, page,
              since, fired_at, recovered_at, notified_at, recovery_due
            from alert
            where fired_at is not null and id < :before
              and (cast(:firing as boolean) is null or (recovered_at is null) = cast(:firing as boolean))
            order by id desc limit :limit
            """;

    private static final String DELIVERIES = """
            select alert_id, id, kind, address, status, created_at, attempts,
              case status when 'PENDING' then next_attempt_at end as next_attempt_at, last_error, finished_at
            from alert_delivery where alert_id = any(:alerts) order by created_at, address
            """;

    private final JdbcClient jdbc;

    AlertListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Alerts that fired, newest first, in the language of the page.
     *
     * @param firing whether their conditions hold; null: all
     */
    List<AlertView> list(@Nullable Boolean firing, long before, int limit) {
        List<Alert> alerts = jdbc.sql(ALERTS)
                .param("german", PageLanguage.GERMAN.isCurrent())
                .param("firing", firing)
                .param("before", before)
                .param("limit", limit)
                .query(Alert.class)
                .list();
        Map<Long, List<DeliveryRow>> deliveries = jdbc
                .sql(DELIVERIES)
                .param("alerts", alerts.stream().map(Alert::id).toArray(Long[]::new))
                .query(DeliveryRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(DeliveryRow::alertId));
        return alerts.stream()
                .map(alert -> AlertView.of(alert, deliveries.getOrDefault(alert.id(), List.of())))
                .toList();
    }

    /** A message with the alert that it is about. */
    record DeliveryRow(
            long alertId,
            UUID id,
            String kind,
            String address,
            String status,
            Instant createdAt,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            @Nullable Instant finishedAt) {}

    /**
     * An alert with its messages.
     *
     * @param since when its condition was seen first
     * @param recoveredAt null: the condition holds
     * @param notifiedAt when the last message was written; null: none yet
     */
    record AlertView(
            long id,
            String rule,
            String subject,
            String level,
            String title,
            @Nullable String explanation,
            String page,
            Instant since,
            @Nullable Instant firedAt,
            @Nullable Instant recoveredAt,
            @Nullable Instant notifiedAt,
            List<AlertDeliveryView> deliveries) {

        static AlertView of(Alert alert, List<DeliveryRow> deliveries) {
            return new AlertView(
                    alert.id(),
                    alert.rule(),
                    alert.subject(),
                    alert.level(),
                    alert.title(),
                    alert.explanation(),
                    alert.page(),
                    alert.since(),
                    alert.firedAt(),
                    alert.recoveredAt(),
                    alert.notifiedAt(),
                    deliveries.stream().map(AlertDeliveryView::of).toList());
        }
    }

    /**
     * A message to one destination.
     *
     * @param nextAttemptAt null: it is not sent again
     */
    record AlertDeliveryView(
            UUID id,
            String kind,
            String address,
            String status,
            Instant createdAt,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            @Nullable Instant finishedAt) {

        static AlertDeliveryView of(DeliveryRow row) {
            return new AlertDeliveryView(
                    row.id(),
                    row.kind(),
                    row.address(),
                    row.status(),
                    row.createdAt(),
                    row.attempts(),
                    row.nextAttemptAt(),
                    row.lastError(),
                    row.finishedAt());
        }
    }
}
