package io.counterpart.channel.upload;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.configuration.CredentialService;
import io.counterpart.channel.messaging.HqRecords;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.recovery.CustomerReportService;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.messaging.log.RelayLoop;

/** Executes the commands of HQ to the P-job of this channel database. */
@Component
class ControlCommandListener {

    private static final Set<String> JOBS = Set.of("P-0001", "1070");

    private final PJobSettingService settings;
    private final UploadRerunService reruns;
    private final CustomerReportService customerReports;
    private final CredentialService credentials;
    private final RelayLoop pJob;
    private final String channelDatabase;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> processor;

    ControlCommandListener(
            PJobSettingService settings,
            UploadRerunService reruns,
            CustomerReportService customerReports,
            CredentialService credentials,
            RelayLoop pJob,
            ChannelProperties properties,
            HqRecords records) {
        this.settings = settings;
        this.reruns = reruns;
        this.customerReports = customerReports;
        this.credentials = credentials;
        this.pJob = pJob;
        this.channelDatabase = properties.channelDatabase();
        this.processor = records.processor(json -> MessageJson.read(json, JobCommand.class), this::obey);
    }

    @KafkaListener(
            id = "p-job-control",
            groupId = "channel.${counterpart.channel-database}.control",
            topics = Topics.CONTROL)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.accept(records);
    }

    private void execute(JobCommand command) {
        switch (command.action()) {
            case UPLOAD_AGAIN -> reruns.uploadAgain(command);
            case REPORT_CUSTOMERS -> customerReports.report(command);
            case REVOKE_TOKEN, REVOKE_CLERK -> credentials.revoke(command);
            default -> settings.obey(command);
        }
    }

    private void obey(List<JobCommand> commands) {
        commands.stream()
                .filter(command -> command.channelDatabase().equals(channelDatabase) && JOBS.contains(command.job()))
                .forEach(this::execute);
        pJob.trigger();
    }
}
