package io.counterpart.hq.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.hq.problem.HqProblem;

/** The steps of a recovery; each is one idempotent transaction that any instance may run. */
@Service
public class RecoveryService {

    private static final Logger log = LoggerFactory.getLogger(RecoveryService.class);
    private static final int SHOWN = 20;
    private static final int CONFIGURATION_GAP = 1000;

    private final RecoveryRepository repository;
    private final LostCustomerRepository customers;
    private final DatabaseIdentityRepository database;
    private final NumberGate numbers;
    private final ConfigurationLogWriter distribution;
    private final ConfigurationPublisher configuration;
    private final RecoveryProperties properties;
    private final AuditService audit;
    private final Clock clock;

    RecoveryService(
            RecoveryRepository repository,
            LostCustomerRepository customers,
            DatabaseIdentityRepository database,
            NumberGate numbers,
            ConfigurationLogWriter distribution,
            ConfigurationPublisher configuration,
            RecoveryProperties properties,
            AuditService audit,
            Clock clock) {
        this.repository = repository;
        this.customers = customers;
        this.database = database;
        this.numbers = numbers;
        this.distribution = distribution;
        this.configuration = configuration;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest recoveries, newest first. */
    @Transactional(readOnly = true)
    public List<RecoveryView> all() {
        return repository.newest(SHOWN).stream()
                .map(it -> RecoveryView.of(it, repository.reports(it.id())))
                .toList();
    }

    /** Stops waiting for a channel database: changes of the lost period that only it has are not restored. */
    @Transactional
    public void continueWithout(String channelDatabase) {
        Recovery open = repository.open().orElseThrow(() -> HqProblem.RECOVERY_NOT_FOUND.problem());
        if (!repository.leaveOut(open.id(), channelDatabase, AuditService.actor())) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        audit.note("recovery-continue-without", channelDatabase, Map.of("recovery", open.id()));
    }

    /** Starts a recovery unless one is running, and blocks the account numbers on all instances. */
    @Transactional
    public void begin(String sign, Instant lostSince) {
        Instant now = clock.instant();
        if (repository.begin(UUID.randomUUID(), sign, now, lostSince, numbers.next(NumberSequenceGenerator.CUSTOMER))) {
            numbers.block();
            audit.noteOf(Actor.SERVICE, "recovery-begin", sign, Map.of("lostSince", lostSince.toString()));
            log.error(
                    "The database was restored to an earlier state: {}. No account numbers are assigned until the recovery is finished",
                    sign);
        }
    }

    /** Sends a request to the channel databases that have not reported. */
    @Transactional
    public void request(Recovery recovery) {
        Instant now = clock.instant();
        List<String> due = repository.due(recovery.id(), now, now.minus(properties.requestAgainAfter()));
        distribution.appendCommands(due.stream()
                .map(it -> JobCommand.reportCustomers(it, recovery.id(), recovery.lostSince(), now))
                .toList());
    }

    /** Stores a portion of customers from a channel database; one of an earlier recovery has no effect. */
    @Transactional
    public void take(ReportedCustomers portion) {
        Recovery open = repository.open().orElse(null);
        if (open == null || !open.isCollecting() || !open.id().equals(portion.request())) {
            return;
        }
        Set<UUID> pending = new HashSet<>(portion.withPendingEdits());
        collect(
                open.id(),
                portion.snapshots().stream()
                        .map(it -> new LostCustomer(it, !pending.contains(it.asyncCustomerId())))
                        .toList());
        repository.reported(
                open.id(), portion.channelDatabase(), portion.snapshots().size(), portion.last(), clock.instant());
    }

    /** Stores customers that may be lost until all channel databases have reported. */
    @Transactional
    public void collect(UUID recovery, Collection<LostCustomer> lost) {
        if (!lost.isEmpty()) {
            // First, since it locks the recovery: two portions with the same customer are merged one after the other.
            customers.highestNumber(
                    recovery,
                    lost.stream().mapToLong(LostCustomer::number).max().orElse(0));
            customers.collect(lost);
        }
    }

    @Transactional
    public void topicsRead(UUID recovery) {
        repository.topicsRead(recovery, clock.instant());
    }

    @Transactional
    public boolean beginApplying(UUID recovery) {
        return repository.beginApplying(recovery);
    }

    /** Raises the number sequences, publishes the configuration again and allows numbers to be assigned. */
    @Transactional
    public void finish(Recovery recovery) {
        int gap = properties.numberGap();
        long customer = Math.max(recovery.highestNumber(), numbers.next(NumberSequenceGenerator.CUSTOMER) - 1);
        numbers.continueAbove(NumberSequenceGenerator.CUSTOMER, customer + gap);
        for (String other : List.of(NumberSequenceGenerator.SALES_ORDER, NumberSequenceGenerator.LOYALTY_CARD)) {
            numbers.continueAbove(other, numbers.next(other) - 1 + gap);
        }
        if (!repository.finish(recovery.id(), clock.instant(), numbers.next(NumberSequenceGenerator.CUSTOMER))) {
            throw new IllegalStateException("Another instance finished the recovery");
        }
        database.raiseConfigurationVersion(CONFIGURATION_GAP);
        configuration.everything();
        numbers.release();
        audit.noteOf(Actor.SERVICE, "recovery-finish", recovery.sign(), Map.of("recovery", recovery.id()));
        log.warn("The recovery is finished; account numbers are assigned again");
    }
}
