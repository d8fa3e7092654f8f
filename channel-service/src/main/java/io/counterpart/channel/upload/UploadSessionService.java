package io.counterpart.channel.upload;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.contract.session.ChannelReport.UploadSession;
import io.counterpart.messaging.log.RelayBatch;

/**
 * Stores upload sessions of the P-job and reports them to HQ. The P-job only adds to memory; the batches of a second
 * become one session, so that the session records stay few under load.
 */
@Service
class UploadSessionService {

    private static final Logger log = LoggerFactory.getLogger(UploadSessionService.class);

    private final UploadSessionRepository repository;
    private final ChannelReporter reports;
    private final IdentifierGenerator identifiers;
    private final ChannelProperties properties;
    private @Nullable UploadSession open;
    private @Nullable UploadSession openRerun;

    UploadSessionService(
            UploadSessionRepository repository,
            ChannelReporter reports,
            IdentifierGenerator identifiers,
            ChannelProperties properties) {
        this.repository = repository;
        this.reports = reports;
        this.identifiers = identifiers;
        this.properties = properties;
    }

    synchronized void add(RelayBatch batch) {
        UploadSession session = batch.rerun() ? openRerun : open;
        UploadSession grown = session == null ? first(batch) : with(session, batch);
        if (batch.rerun()) {
            openRerun = grown;
        } else {
            open = grown;
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void close() {
        for (UploadSession session : drain()) {
            try {
                UploadSession complete = complete(session);
                reports.send(complete);
                repository.insert(complete);
            } catch (DataAccessException e) {
                log.warn(
                        "An upload session could not be recorded: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private synchronized List<UploadSession> drain() {
        List<UploadSession> sessions =
                Stream.of(open, openRerun).filter(Objects::nonNull).toList();
        open = null;
        openRerun = null;
        return sessions;
    }

    private UploadSession complete(UploadSession session) {
        return new UploadSession(
                session.schemaVersion(),
                session.id(),
                session.channelDatabase(),
                session.counterFrom(),
                session.counterTo(),
                session.rows(),
                session.status(),
                session.tryCount(),
                session.message(),
                session.startedAt(),
                session.finishedAt(),
                session.rerun(),
                session.rerun() ? repository.original(session.counterFrom()).orElse(null) : null,
                CounterSpans.reported(session.spans()));
    }

    private UploadSession first(RelayBatch batch) {
        return new UploadSession(
                UploadSession.SCHEMA_VERSION,
                identifiers.next(),
                properties.channelDatabase(),
                batch.counterFrom(),
                batch.counterTo(),
                batch.sent().size(),
                status(batch),
                1,
                batch.failure(),
                batch.startedAt(),
                batch.finishedAt(),
                batch.rerun(),
                null,
                CounterSpans.of(batch.sent()));
    }

    private static UploadSession with(UploadSession session, RelayBatch batch) {
        boolean again = session.message() != null;
        return new UploadSession(
                session.schemaVersion(),
                session.id(),
                session.channelDatabase(),
                Math.min(session.counterFrom(), batch.counterFrom()),
                Math.max(session.counterTo(), batch.counterTo()),
                session.rows() + batch.sent().size(),
                status(batch),
                session.tryCount() + (again ? 1 : 0),
                batch.failure(),
                session.startedAt(),
                batch.finishedAt(),
                batch.rerun(),
                null,
                CounterSpans.join(session.spans(), CounterSpans.of(batch.sent())));
    }

    // The product's names for the states of upload sessions.
    private static String status(RelayBatch batch) {
        return batch.failure() == null ? "UPLOADED" : "UPLOAD_FAILED";
    }
}
