package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.staging.StagedConversion;
import io.counterpart.messaging.bulk.KeyLookupPlan;
import io.counterpart.messaging.failpoint.FailPoint;

/**
 * Synchronize for operations that are being staged: while the job is not on hold and nothing else of their customers is
 * open, they are converted without becoming open first.
 */
@Component
class ImmediateStagedConversion implements StagedConversion {

    private final KeyLookupPlan rowsByKey;
    private final OpenOperationRepository open;
    private final ConversionService conversion;
    private final ConversionMeters meters;
    private final BatchJobSettings jobs;
    private final NumberGate numbers;
    private final SynchronizationProperties properties;
    private final Clock clock;

    ImmediateStagedConversion(
            KeyLookupPlan rowsByKey,
            OpenOperationRepository open,
            ConversionService conversion,
            ConversionMeters meters,
            BatchJobSettings jobs,
            NumberGate numbers,
            SynchronizationProperties properties,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.open = open;
        this.conversion = conversion;
        this.meters = meters;
        this.jobs = jobs;
        this.numbers = numbers;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Prepared> prepare(List<NewOperation> operations, Instant now) {
        if (!properties.enabled() || !properties.whileStaging() || numbers.isBlocked()) {
            return Optional.empty();
        }
        rowsByKey.forCurrentTransaction();
        if (!jobs.mayStart(BatchJobSettings.SYNCHRONIZE) || open.isAnyOpen(customers(operations))) {
            return Optional.empty();
        }
        List<OpenOperation> converting = operations.stream()
                .map(it ->
                        new OpenOperation(it.recid(), it.operation(), it.traceparent(), it.uploadedAt(), now, 0, null))
                .toList();
        ConversionUnitOfWork unit = conversion.prepare(converting, now);
        return unit.appliesAll(converting) ? Optional.of(() -> write(unit, converting, now)) : Optional.empty();
    }

    @Override
    public void committed(int operations, Instant begun) {
        FailPoint.reached("synchronize.committed");
        jobs.ran(BatchJobSettings.SYNCHRONIZE, Duration.between(begun, clock.instant()), operations, operations, 0);
    }

    private List<String> write(ConversionUnitOfWork unit, List<OpenOperation> converted, Instant now) {
        conversion.writeNew(unit, now);
        FailPoint.reached("synchronize.written");
        meters.converted(unit);
        return converted.stream()
                .map(it -> Objects.requireNonNull(unit.customers().of(it)).number())
                .toList();
    }

    private static List<UUID> customers(List<NewOperation> operations) {
        return operations.stream()
                .map(it -> it.operation().asyncCustomerId())
                .distinct()
                .toList();
    }
}
