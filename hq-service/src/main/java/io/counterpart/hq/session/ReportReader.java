package io.counterpart.hq.session;

import org.springframework.stereotype.Component;

import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.sender.SenderService;
import io.counterpart.messaging.intake.ReceivedRecord;
import io.counterpart.messaging.intake.RejectedRecordException;

/** Parses the reports of channel databases and checks who sent them. */
@Component
public class ReportReader {

    private final MessageJson json;
    private final SenderService senders;

    ReportReader(MessageJson json, SenderService senders) {
        this.json = json;
        this.senders = senders;
    }

    public ChannelReport read(byte[] value) {
        ChannelReport report = json.read(value, ChannelReport.class);
        if (report == null || report.channelDatabase() == null) {
            throw new RejectedRecordException("The channel database of the report is missing");
        }
        return report;
    }

    /** Throws {@link RejectedRecordException} for a report that this channel database cannot have sent. */
    public void check(ReceivedRecord<ChannelReport> received) {
        senders.check(received.record(), received.value().channelDatabase(), null);
    }
}
