package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import io.counterpart.channel.upload.UploadRerunRepository.Requeued;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.AvailableOperations;
import io.counterpart.contract.session.ChannelReport.CounterSpan;
import io.counterpart.messaging.log.RelayLoop;

/**
 * Uploads operations again: those of a range that HQ requests, and those that HQ has not acknowledged for a long time.
 */
@Service
class UploadRerunService {

    private static final Logger log = LoggerFactory.getLogger(UploadRerunService.class);

    // Bounds one check: 100,000 operations with the default portion.
    private static final int MOST_PORTIONS = 100;

    private final UploadRerunRepository repository;
    private final ChannelReporter reports;
    private final RelayLoop pJob;
    private final PJobOwner owner;
    private final UploadRerunProperties properties;
    private final Clock clock;
    private final Counter requeued;

    UploadRerunService(
            UploadRerunRepository repository,
            ChannelReporter reports,
            RelayLoop pJob,
            PJobOwner owner,
            UploadRerunProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.reports = reports;
        this.pJob = pJob;
        this.owner = owner;
        this.properties = properties;
        this.clock = clock;
        this.requeued = Counter.builder("counterpart.upload.again")
                .description("Operations queued for upload again")
                .register(meters);
    }

    /**
     * Executes {@link JobCommand.Action#UPLOAD_AGAIN}, and reports which operations of the range the log has; a repeated
     * command finds the rows queued.
     */
    void uploadAgain(JobCommand command) {
        Long from = command.counterFrom();
        Long to = command.counterTo();
        if (from == null || to == null) {
            log.warn("HQ requested operations again without a range; the command is ignored");
            return;
        }
        long queued = 0;
        long reported = from;
        long end = from - 1;
        List<CounterSpan> available = List.of();
        do {
            Requeued portion = repository.requeue(end + 1, to, properties.portion());
            queued += portion.queued();
            end = endOf(portion, to);
            available = CounterSpans.join(available, CounterSpans.of(portion.counters()));
            if (end == to || available.size() >= CounterSpans.MOST) {
                report(command, reported, end, available);
                reported = end + 1;
                available = List.of();
            }
        } while (end < to);
        count(queued);
        log.info("HQ requested operations {} to {} again; {} are queued", from, to, queued);
    }

    // The log has nothing of the range behind a portion that is not full.
    private long endOf(Requeued portion, long to) {
        int size = portion.counters().size();
        return size < properties.portion() ? to : portion.counters().get(size - 1);
    }

    private void report(JobCommand command, long from, long to, List<CounterSpan> available) {
        UUID request = command.request();
        if (request != null) {
            reports.send(new AvailableOperations(
                    ChannelReport.SCHEMA_VERSION,
                    command.channelDatabase(),
                    request,
                    from,
                    to,
                    available,
                    clock.instant()));
        }
    }

    @Scheduled(
            initialDelayString = "${counterpart.upload.check-interval:1m}",
            fixedDelayString = "${counterpart.upload.check-interval:1m}")
    void uploadUnacknowledged() {
        try {
            if (repository.holdsLease(PJobConfiguration.JOB, owner.name())) {
                check();
            }
        } catch (DataAccessException e) {
            log.warn("Acknowledgements could not be checked: {}", e.getClass().getSimpleName());
        }
    }

    void check() {
        Instant now = clock.instant();
        Instant before = now.minus(properties.unacknowledgedAfter());
        repository.markPosition(now);
        long read = properties.portion();
        for (int i = 0; i < MOST_PORTIONS && read == properties.portion(); i++) {
            read = repository.check(before, now, properties.portion()).read();
        }
        repository.forgetCheckedPositions();
        long queued = repository.requeueDue(now, properties).queued();
        if (queued > 0) {
            count(queued);
            log.warn("HQ has not acknowledged {} operations in time; they are uploaded again", queued);
        }
    }

    private void count(long queued) {
        if (queued > 0) {
            requeued.increment((double) queued);
            pJob.trigger();
        }
    }
}
