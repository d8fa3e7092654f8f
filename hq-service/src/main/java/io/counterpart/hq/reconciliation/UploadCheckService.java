package io.counterpart.hq.reconciliation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.reconciliation.UploadCheckRepository.Checked;

/** Finds upload sessions that are not completely staged, and requests their operations from the channels again. */
@Service
class UploadCheckService {

    private static final Logger log = LoggerFactory.getLogger(UploadCheckService.class);
    private static final int PAGE = 100;

    private final UploadCheckRepository repository;
    private final ConfigurationLogWriter distribution;
    private final UploadCheckProperties properties;
    private final Clock clock;
    private final Counter requested;

    UploadCheckService(
            UploadCheckRepository repository,
            ConfigurationLogWriter distribution,
            UploadCheckProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.distribution = distribution;
        this.properties = properties;
        this.clock = clock;
        this.requested = Counter.builder("hq.uploads.requested.again")
                .description("Upload sessions requested again because operations are missing in staging")
                .register(meters);
    }

    /** Checks one page of sessions, in one transaction with the resulting requests. */
    @Transactional
    Page checkPage() {
        List<Checked> checked = repository.check(properties, PAGE, clock.instant());
        List<Checked> incomplete =
                checked.stream().filter(Checked::isIncomplete).toList();
        distribution.appendCommands(incomplete.stream()
                .map(it -> JobCommand.uploadAgain(
                        it.channelDatabase(), UUID.randomUUID(), it.counterFrom(), it.counterTo(), clock.instant()))
                .toList());
        incomplete.forEach(it -> log.warn(
                "{} uploaded {} operations with counters {} to {}, but only {} are staged; they are requested again",
                it.channelDatabase(),
                it.rows(),
                it.counterFrom(),
                it.counterTo(),
                it.found()));
        requested.increment(incomplete.size());
        return new Page(incomplete.size(), checked.size() < PAGE);
    }

    /**
     * The result of one page.
     *
     * @param requested ranges that were requested again
     * @param last whether no further session is due
     */
    record Page(int requested, boolean last) {}
}
