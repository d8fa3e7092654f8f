package io.counterpart.hq.topics;

import java.util.List;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
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
import io.counterpart.messaging.intake.DeadLetters;

/** The topics of the system with their settings, and the one producer and error handler of HQ. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    private static final List<String> ALL = List.of(
            Topics.P_0001,
            Topics.CUSTOMERS_1010,
            Topics.CHANNEL_CONFIGURATION_1070,
            Topics.GLOBAL_CONFIGURATION_1110,
            Topics.CONTROL,
            Topics.SESSIONS,
            Topics.CUSTOMERS_CONVERTED);

    @Bean
    KafkaAdmin.NewTopics topics(TopicsProperties settings) {
        return new KafkaAdmin.NewTopics(ALL.stream()
                .flatMap(topic -> List.of(topic(topic, settings), deadLetters(topic, settings)).stream())
                .toArray(NewTopic[]::new));
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin, TopicsProperties settings) {
        return new TopicCreation(admin, settings.retryInterval());
    }

    @Bean
    Producer<String, byte[]> producer(ProducerFactory<String, byte[]> factory) {
        return factory.createProducer();
    }

    @Bean
    DeadLetters deadLetters(Producer<String, byte[]> producer) {
        return new DeadLetters(producer);
    }

    /** Tries for ever: what a person has to look at went to the dead letters already, the rest is the world's fault. */
    @Bean
    CommonErrorHandler errorHandler() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return new DefaultErrorHandler(backOff);
    }

    private static NewTopic topic(String name, TopicsProperties settings) {
        TopicBuilder topic = TopicBuilder.name(name).replicas(settings.replicas());
        return switch (name) {
            case Topics.P_0001, Topics.CUSTOMERS_CONVERTED ->
                topic.partitions(settings.partitions()).build();
            case Topics.CUSTOMERS_1010 ->
                topic.partitions(settings.partitions()).compact().build();
            case Topics.CHANNEL_CONFIGURATION_1070, Topics.GLOBAL_CONFIGURATION_1110 ->
                topic.partitions(1).compact().build();
            default -> topic.partitions(1).build();
        };
    }

    private static NewTopic deadLetters(String name, TopicsProperties settings) {
        return TopicBuilder.name(name + Topics.DEAD_LETTER_SUFFIX)
                .replicas(settings.replicas())
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
