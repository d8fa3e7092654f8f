package io.counterpart.channel.upload;

import java.sql.Timestamp;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.UploadSession;

/** The table of upload sessions. */
@Repository
class UploadSessionRepository {

    private static final String INSERT = """
            insert into upload_session
              (id, counter_from, counter_to, rows, status, try_count, message, started_at, finished_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    UploadSessionRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UploadSession session) {
        jdbc.update(
                INSERT,
                session.id(),
                session.counterFrom(),
                session.counterTo(),
                session.rows(),
                session.status(),
                session.tryCount(),
                session.message(),
                Timestamp.from(session.startedAt()),
                session.finishedAt() == null ? null : Timestamp.from(session.finishedAt()));
    }
}
