package io.counterpart.channel.health;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Whether Kafka responds within a second; an outage only means that customers wait longer for their account number. */
@Component("kafka")
class KafkaHealthIndicator implements HealthIndicator {

    private static final int PATIENCE_MILLIS = 1000;

    private final KafkaAdmin kafka;

    KafkaHealthIndicator(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    @Override
    public Health health() {
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DegradedStatus.because("Interrupted");
        } catch (Exception e) {
            return DegradedStatus.because("Kafka is not responding");
        }
    }
}
