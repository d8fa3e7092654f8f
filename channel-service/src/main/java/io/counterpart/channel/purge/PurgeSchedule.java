package io.counterpart.channel.purge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** The schedule of the purge; any instance may run it, and concurrent runs do no harm. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PurgeProperties.class)
class PurgeSchedule implements SchedulingConfigurer {

    private final PurgeService purge;
    private final PurgeProperties properties;

    PurgeSchedule(PurgeService purge, PurgeProperties properties) {
        this.purge = purge;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(purge::run, properties.interval(), properties.interval()));
    }
}
