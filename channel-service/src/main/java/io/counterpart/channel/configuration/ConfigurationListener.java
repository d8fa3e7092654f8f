package io.counterpart.channel.configuration;

import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.channel.messaging.HqRecords;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;

/** Jobs 1070 and 1110: receives the configuration of the channels of this channel database. */
@Component
class ConfigurationListener {

    private static final String GROUP = "channel.${counterpart.channel-database}.configuration";

    private final Consumer<List<ConsumerRecord<String, byte[]>>> channels;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> global;

    ConfigurationListener(ConfigurationApplyService service, HqRecords records) {
        this.channels =
                records.processor(json -> MessageJson.read(json, ChannelConfiguration.class), service::applyChannels);
        this.global =
                records.processor(json -> MessageJson.read(json, GlobalConfiguration.class), service::applyGlobal);
    }

    @KafkaListener(id = "1070-channel-configuration", groupId = GROUP, topics = Topics.CHANNEL_CONFIGURATION_1070)
    void channels(List<ConsumerRecord<String, byte[]>> records) {
        channels.accept(records);
    }

    @KafkaListener(id = "1110-global-configuration", groupId = GROUP, topics = Topics.GLOBAL_CONFIGURATION_1110)
    void global(List<ConsumerRecord<String, byte[]>> records) {
        global.accept(records);
    }
}
