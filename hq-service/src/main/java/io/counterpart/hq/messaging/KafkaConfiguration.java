package io.counterpart.hq.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import io.counterpart.contract.Topics;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Configures the topics and their settings, and HQ's producer and error handler. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    // A channel that reads the topic from its start has this long to see a deletion.
    private static final String TOMBSTONE_RETENTION_MS =
            Long.toString(Duration.ofDays(1).toMillis());

    private static final List<String> ALL = List.of(
            Topics.P_0001,
            Topics.CUSTOMERS_1010,
            Topics.CHANNEL_CONFIGURATION_1070,
            Topics.GLOBAL_CONFIGURATION_1110,
            Topics.CONTROL,
            Topics.SESSIONS,
            Topics.CUSTOMERS_CONVERTED);

    @Bean
    KafkaAdmin.NewTopics newTopics(TopicsProperties settings) {
        return new KafkaAdmin.NewTopics(wanted(settings).toArray(NewTopic[]::new));
    }

    @Bean
    TopicWatch topicWatch(
            TopicsProperties settings,
            TopicCreator creation,
            TopicInspector inspector,
            TopicIdentityService identities,
            TopicState state) {
        return new TopicWatch(wanted(settings), creation, inspector, identities, state, settings);
    }

    @Bean
    TopicCreator topicCreation(KafkaAdmin admin, TopicsProperties settings) {
        return new TopicCreator(admin, settings.retryInterval());
    }

    @Bean
    RecordSender recordSender(ProducerFactory<String, byte[]> factory) {
        return new RecordSender(factory::createProducer);
    }

    @Bean
    RecordSigner recordSigner(SignatureProperties signatures) {
        return signatures.signer();
    }

    @Bean
    BatchSpans batchSpans(OpenTelemetry openTelemetry, Clock clock) {
        return new BatchSpans(openTelemetry, clock);
    }

    @Bean
    DeadLetterPublisher deadLetters(RecordSender sender, MeterRegistry registry) {
        var publisher = new DeadLetterPublisher(sender, registry);
        publisher.countFromTheStart(List.of(Topics.P_0001, Topics.SESSIONS));
        return publisher;
    }

    /**
     * Retries without limit: records that require an operator are already published as dead letters, so only
     * infrastructure faults remain.
     */
    @Bean
    CommonErrorHandler errorHandler() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return new DefaultErrorHandler(backOff);
    }

    static List<NewTopic> wanted(TopicsProperties settings) {
        return ALL.stream()
                .flatMap(topic -> Stream.of(topic(topic, settings), deadLetters(topic, settings)))
                .toList();
    }

    private static NewTopic topic(String name, TopicsProperties settings) {
        TopicBuilder topic = safe(name, settings);
        return switch (name) {
            case Topics.P_0001 ->
                topic.partitions(settings.partitions())
                        .config(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(settings.operationRetention().toMillis()))
                        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
                        .build();
            case Topics.CUSTOMERS_CONVERTED ->
                topic.partitions(settings.partitions()).build();
            case Topics.CUSTOMERS_1010 ->
                topic.partitions(settings.partitions())
                        .compact()
                        .config(
                                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                                Long.toString(settings.compactionWithin().toMillis()))
                        .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, TOMBSTONE_RETENTION_MS)
                        .build();
            case Topics.CHANNEL_CONFIGURATION_1070, Topics.GLOBAL_CONFIGURATION_1110 ->
                topic.partitions(1).compact().build();
            default -> topic.partitions(1).build();
        };
    }

    // With three replicas, an acknowledged record is on at least two brokers, one of which becomes the next leader.
    private static TopicBuilder safe(String name, TopicsProperties settings) {
        TopicBuilder topic = TopicBuilder.name(name)
                .replicas(settings.replicas())
                .config(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return settings.replicas() >= 3 ? topic.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2") : topic;
    }

    // HQ stores every dead letter in its database within seconds. A copy with personal data must not outlive the
    // operation.
    private static NewTopic deadLetters(String name, TopicsProperties settings) {
        return safe(name + Topics.DEAD_LETTER_SUFFIX, settings)
                .partitions(1)
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(settings.operationRetention().toMillis()))
                .build();
    }
}
