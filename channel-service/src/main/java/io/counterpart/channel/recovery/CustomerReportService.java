package io.counterpart.channel.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.recovery.CustomerReportRepository.Reported;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;

/**
 * Reports to HQ the customers whose snapshots arrived since a time, in portions on {@code cdx.sessions}. A portion that
 * cannot be sent ends the report without its last portion: HQ requests it again.
 */
@Service
public class CustomerReportService {

    private static final Logger log = LoggerFactory.getLogger(CustomerReportService.class);
    private static final int PORTION = 100;
    private static final int MOST_BYTES = 500_000;
    private static final long PATIENCE_SECONDS = 30;

    private final CustomerReportRepository repository;
    private final RecordSender sender;
    private final RecordSigner signer;
    private final String channelDatabase;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(CustomerReportService::daemon);

    CustomerReportService(
            CustomerReportRepository repository,
            RecordSender sender,
            RecordSigner signer,
            ChannelProperties properties) {
        this.repository = repository;
        this.sender = sender;
        this.signer = signer;
        this.channelDatabase = properties.channelDatabase();
    }

    /** Returns at once; the report is sent on a separate thread. */
    public void report(JobCommand command) {
        UUID request = Objects.requireNonNull(command.request(), "REPORT_CUSTOMERS names no request");
        Instant since = Objects.requireNonNull(command.since(), "REPORT_CUSTOMERS names no time");
        thread.execute(() -> send(request, since));
    }

    private void send(UUID request, Instant since) {
        try {
            List<UUID> ids = repository.since(since);
            for (int from = 0; from < ids.size(); from += PORTION) {
                List<UUID> portion = ids.subList(from, Math.min(ids.size(), from + PORTION));
                send(request, repository.snapshots(portion, channelDatabase));
            }
            send(portion(request, true, List.of()));
            log.info("HQ's database was restored: reported {} customers that changed since {}", ids.size(), since);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.warn("The report of customers to HQ is incomplete; HQ will request it again: {}", e.getMessage());
        }
    }

    private void send(UUID request, List<Reported> customers)
            throws InterruptedException, ExecutionException, TimeoutException {
        byte[] portion = portion(request, false, customers);
        if (portion.length > MOST_BYTES && customers.size() > 1) {
            int half = customers.size() / 2;
            send(request, customers.subList(0, half));
            send(request, customers.subList(half, customers.size()));
        } else {
            send(portion);
        }
    }

    private void send(byte[] portion) throws InterruptedException, ExecutionException, TimeoutException {
        var record = new ProducerRecord<>(Topics.SESSIONS, channelDatabase, portion);
        signer.sign(List.of(record));
        sender.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private byte[] portion(UUID request, boolean last, List<Reported> customers) {
        List<UUID> pending = customers.stream()
                .filter(Reported::pending)
                .map(it -> it.snapshot().asyncCustomerId())
                .toList();
        List<CustomerSnapshot> snapshots =
                customers.stream().map(Reported::snapshot).toList();
        return MessageJson.bytes(new ReportedCustomers(
                ChannelReport.SCHEMA_VERSION, channelDatabase, request, last, snapshots, pending));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "customer-report");
        thread.setDaemon(true);
        return thread;
    }
}
