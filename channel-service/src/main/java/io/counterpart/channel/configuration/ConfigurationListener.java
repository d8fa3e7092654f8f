package io.counterpart.channel.configuration;

import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.channel.wire.HqSignatures;
import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.messaging.intake.BatchProcessor;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.intake.ReceivedRecord;

/** Jobs 1070 and 1110: receives the configuration of the channels of this channel database. */
@Component
class ConfigurationListener {

    private static final String GROUP = "channel.${counterpart.channel-database}.configuration";

    private final BatchProcessor<ChannelConfiguration> channels;
    private final BatchProcessor<GlobalConfiguration> global;

    ConfigurationListener(ConfigurationApplyService intake, HqSignatures signatures, DeadLetterPublisher deadLetters) {
        this.channels = intake(ChannelConfiguration.class, signatures, intake::applyChannels, deadLetters);
        this.global = intake(GlobalConfiguration.class, signatures, intake::applyGlobal, deadLetters);
    }

    @KafkaListener(id = "1070-channel-configuration", groupId = GROUP, topics = Topics.CHANNEL_CONFIGURATION_1070)
    void channels(List<ConsumerRecord<String, byte[]>> records) {
        channels.accept(withValue(records));
    }

    @KafkaListener(id = "1110-global-configuration", groupId = GROUP, topics = Topics.GLOBAL_CONFIGURATION_1110)
    void global(List<ConsumerRecord<String, byte[]>> records) {
        global.accept(withValue(records));
    }

    private static <T> BatchProcessor<T> intake(
            Class<T> type, HqSignatures signatures, Consumer<List<T>> handler, DeadLetterPublisher deadLetters) {
        return new BatchProcessor<>(
                message -> WireJson.read(message.value(), type),
                signatures::check,
                batch ->
                        handler.accept(batch.stream().map(ReceivedRecord::value).toList()),
                deadLetters);
    }

    // A record without a value deletes its key from the compacted topic; there is nothing to apply.
    private static List<ConsumerRecord<String, byte[]>> withValue(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(message -> message.value() != null).toList();
    }
}
