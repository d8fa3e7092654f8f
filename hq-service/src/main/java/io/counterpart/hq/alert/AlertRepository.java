package io.counterpart.hq.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.home.Warning;
import io.counterpart.hq.language.PageLanguage;

/** The table {@code alert}, and the lease of the instance that evaluates. */
@Repository
class AlertRepository {

    private static final String OWN = """
            update alert_evaluation set owner = :node, owned_until = cast(:until as timestamptz)
            where owner = :node or coalesce(owned_until <= cast(:at as timestamptz), true)
            """;

    private static final String COLUMNS = """
            select id, rule, subject, level, title, explanation, page, since, fired_at, recovered_at, notified_at,
              recovery_due
            from alert
            """;

    private static final String UNFINISHED = COLUMNS + "where recovered_at is null or recovery_due order by id";

    private static final String BEGIN = """
            insert into alert (rule, subject, level, title, explanation, title_de, explanation_de, page, since)
            values (:rule, :subject, :level, :title, :explanation, :titleDe, :explanationDe, :page,
              cast(:at as timestamptz))
            returning id, rule, subject, level, title, explanation, page, since, fired_at, recovered_at, notified_at,
              recovery_due
            """;

    private static final String DESCRIBE = """
            update alert set level = :level, title = :title, explanation = :explanation, title_de = :titleDe,
              explanation_de = :explanationDe, page = :page
            where id = :id
            """;

    // Without a destination there is nothing to do, until one is added.
    private static final String NEEDED = """
            select exists (select from alert_destination) or exists (select from alert where recovered_at is null)
            """;

    private final JdbcClient jdbc;
    private final AlertTexts texts;

    AlertRepository(JdbcClient jdbc, AlertTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    boolean isNeeded() {
        return jdbc.sql(NEEDED).query(Boolean.class).single();
    }

    /** Returns whether this instance evaluates; in a transaction, no other one can take over before its end. */
    boolean own(UUID node, Instant at, Duration lease) {
        return jdbc.sql(OWN)
                        .param("node", node)
                        .param("at", at.toString())
                        .param("until", at.plus(lease).toString())
                        .update()
                == 1;
    }

    /** The alerts of conditions that hold, and those whose end is still to be reported. */
    List<Alert> unfinished() {
        return jdbc.sql(UNFINISHED).query(Alert.class).list();
    }

    Alert begin(Warning warning, Instant at) {
        return described(jdbc.sql(BEGIN), warning)
                .param("rule", warning.rule().name())
                .param("subject", warning.subject())
                .param("at", at.toString())
                .query(Alert.class)
                .single();
    }

    /** Replaces the texts, which contain numbers and ages. */
    Alert describe(Alert alert, Warning warning) {
        described(jdbc.sql(DESCRIBE), warning).param("id", alert.id()).update();
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.subject(),
                warning.level(),
                texts.title(warning),
                texts.explanation(warning),
                warning.page(),
                alert.since(),
                alert.firedAt(),
                alert.recoveredAt(),
                alert.notifiedAt(),
                alert.recoveryDue());
    }

    private JdbcClient.StatementSpec described(JdbcClient.StatementSpec statement, Warning warning) {
        return statement
                .param("level", warning.level())
                .param("title", texts.title(warning))
                .param("explanation", texts.explanation(warning))
                .param("titleDe", PageLanguage.GERMAN.compose(() -> texts.title(warning)))
                .param("explanationDe", PageLanguage.GERMAN.compose(() -> texts.explanation(warning)))
                .param("page", warning.page());
    }

    void fire(long id, Instant at) {
        set("fired_at", id, at);
    }

    void notified(long id, Instant at) {
        set("notified_at", id, at);
    }

    private void set(String column, long id, Instant at) {
        jdbc.sql("update alert set " + column + " = cast(:at as timestamptz) where id = :id")
                .param("at", at.toString())
                .param("id", id)
                .update();
    }

    /** Forgets a condition that did not last. */
    void forget(long id) {
        jdbc.sql("delete from alert where id = :id").param("id", id).update();
    }

    void recover(long id, Instant at, boolean reportLater) {
        jdbc.sql("""
                        update alert set recovered_at = cast(:at as timestamptz), recovery_due = :later where id = :id
                        """)
                .param("at", at.toString())
                .param("later", reportLater)
                .param("id", id)
                .update();
    }

    void recoveryReported(long id) {
        jdbc.sql("update alert set recovery_due = false where id = :id")
                .param("id", id)
                .update();
    }
}
