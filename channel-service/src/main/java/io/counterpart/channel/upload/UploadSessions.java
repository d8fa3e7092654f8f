package io.counterpart.channel.upload;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.identifier.Identifiers;
import io.counterpart.contract.session.ChannelReport.UploadSession;
import io.counterpart.messaging.log.RelayBatch;

/**
 * Writes down what the P-job moved and tells HQ. The P-job only adds to memory; the batches of a second become one
 * session, so that a busy shop does not write more about its work than work.
 */
@Service
class UploadSessions {

    private static final Logger log = LoggerFactory.getLogger(UploadSessions.class);

    private final UploadSessionRepository repository;
    private final Reports reports;
    private final Identifiers identifiers;
    private final ChannelProperties properties;
    private @Nullable UploadSession open;

    UploadSessions(
            UploadSessionRepository repository,
            Reports reports,
            Identifiers identifiers,
            ChannelProperties properties) {
        this.repository = repository;
        this.reports = reports;
        this.identifiers = identifiers;
        this.properties = properties;
    }

    synchronized void add(RelayBatch batch) {
        UploadSession session = open;
        open = session == null ? first(batch) : with(session, batch);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void close() {
        UploadSession session = take();
        if (session == null) {
            return;
        }
        reports.send(session);
        try {
            repository.insert(session);
        } catch (DataAccessException e) {
            log.warn("An upload session was not written down: {}", e.getClass().getSimpleName());
        }
    }

    private synchronized @Nullable UploadSession take() {
        UploadSession session = open;
        open = null;
        return session;
    }

    private UploadSession first(RelayBatch batch) {
        return new UploadSession(
                UploadSession.SCHEMA_VERSION,
                identifiers.next(),
                properties.channelDatabase(),
                batch.counterFrom(),
                batch.counterTo(),
                batch.sent(),
                status(batch),
                1,
                batch.failure(),
                batch.startedAt(),
                batch.finishedAt());
    }

    private static UploadSession with(UploadSession session, RelayBatch batch) {
        boolean again = session.message() != null;
        return new UploadSession(
                session.schemaVersion(),
                session.id(),
                session.channelDatabase(),
                Math.min(session.counterFrom(), batch.counterFrom()),
                Math.max(session.counterTo(), batch.counterTo()),
                session.rows() + batch.sent(),
                status(batch),
                session.tryCount() + (again ? 1 : 0),
                batch.failure(),
                session.startedAt(),
                batch.finishedAt());
    }

    // The product's names for the states of upload sessions.
    private static String status(RelayBatch batch) {
        return batch.failure() == null ? "UPLOADED" : "UPLOAD_FAILED";
    }
}
