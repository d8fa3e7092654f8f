package io.counterpart.hq.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.AvailableOperations;
import io.counterpart.contract.session.ChannelReport.DownloadSession;
import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.contract.session.ChannelReport.PendingCustomers;
import io.counterpart.contract.session.ChannelReport.UploadSession;
import io.counterpart.hq.reconciliation.UnavailableOperationService;
import io.counterpart.hq.till.TillService;
import io.counterpart.messaging.intake.ReceivedRecord;

/** Stores the latest report of every session and channel database; a repeated report has no effect. */
@Service
class ChannelReportService {

    private final SessionRepository repository;
    private final PendingCustomerRepository pending;
    private final UnavailableOperationService unavailable;
    private final TillService tills;

    ChannelReportService(
            SessionRepository repository,
            PendingCustomerRepository pending,
            UnavailableOperationService unavailable,
            TillService tills) {
        this.repository = repository;
        this.pending = pending;
        this.unavailable = unavailable;
        this.tills = tills;
    }

    @Transactional
    void save(List<ReceivedRecord<ChannelReport>> received) {
        Map<UUID, UploadSession> uploads = new LinkedHashMap<>();
        Map<UUID, DownloadSession> downloads = new LinkedHashMap<>();
        Map<String, Heartbeat> heartbeats = new LinkedHashMap<>();
        // Each may have other tills.
        List<Heartbeat> withTills = new ArrayList<>();
        Map<String, PendingCustomers> customers = new LinkedHashMap<>();
        List<AvailableOperations> answers = new ArrayList<>();
        for (ReceivedRecord<ChannelReport> it : received) {
            ChannelReport report = it.value();
            if (report instanceof UploadSession upload) {
                uploads.put(upload.id(), upload);
            } else if (report instanceof DownloadSession download) {
                downloads.put(download.id(), download);
            } else if (report instanceof Heartbeat heartbeat) {
                heartbeats.put(heartbeat.channelDatabase(), heartbeat);
                withTills.add(heartbeat);
            } else if (report instanceof PendingCustomers named) {
                customers.put(named.channelDatabase(), named);
            } else if (report instanceof AvailableOperations answer) {
                answers.add(answer);
            }
        }
        repository.saveUploads(new ArrayList<>(uploads.values()));
        repository.saveDownloads(new ArrayList<>(downloads.values()));
        repository.saveHeartbeats(new ArrayList<>(heartbeats.values()));
        tills.save(withTills);
        pending.save(new ArrayList<>(customers.values()));
        unavailable.save(answers);
    }
}
