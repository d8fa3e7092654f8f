package io.counterpart.hq.purge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Schedules the purge, which several instances may run concurrently. */
@EnableScheduling
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
