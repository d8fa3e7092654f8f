package io.counterpart.channel.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import io.counterpart.contract.Topics;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.KeyLookupPlan;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.signature.HmacKey;
import io.counterpart.support.security.Sha256;

/** The shared producer, the error handling of listeners, and the bulk copy of received records. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    RecordSender recordSender(ProducerFactory<String, byte[]> factory) {
        return new RecordSender(factory::createProducer);
    }

    // HQ has the hash of the token, so both sides can derive the key and nothing else has to be distributed.
    @Bean
    RecordSigner recordSigner(@Value("${counterpart.hq-token:}") String token) {
        return token.isBlank()
                ? RecordSigner.NONE
                : HmacKey.derivedFrom(Sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Bean
    DeadLetterPublisher deadLetters(RecordSender sender, MeterRegistry registry) {
        var publisher = new DeadLetterPublisher(sender, registry);
        publisher.countFromTheStart(List.of(
                Topics.CUSTOMERS_1010,
                Topics.CHANNEL_CONFIGURATION_1070,
                Topics.GLOBAL_CONFIGURATION_1110,
                Topics.CONTROL));
        return publisher;
    }

    // An exception of a listener is an infrastructure fault (BatchProcessor handles faults of the data): retried
    // without limit, never skipped.
    @Bean
    CommonErrorHandler kafkaErrorHandler() {
        var pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(10_000);
        return new DefaultErrorHandler(pauses);
    }

    @Bean
    BatchSpans batchSpans(OpenTelemetry openTelemetry, Clock clock) {
        return new BatchSpans(openTelemetry, clock);
    }

    @Bean
    BulkCopy bulkCopy(DataSource dataSource) {
        return new BulkCopy(dataSource);
    }

    @Bean
    KeyLookupPlan rowsByKey(DataSource dataSource) {
        return new KeyLookupPlan(dataSource);
    }
}
