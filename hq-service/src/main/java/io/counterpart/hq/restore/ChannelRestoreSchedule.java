package io.counterpart.hq.restore;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Schedules the detection of restored channel databases, which several instances may run concurrently. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelRestoreProperties.class)
class ChannelRestoreSchedule implements SchedulingConfigurer {

    private final ChannelRestoreJob job;
    private final ChannelRestoreProperties properties;

    ChannelRestoreSchedule(ChannelRestoreJob job, ChannelRestoreProperties properties) {
        this.job = job;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(job::run, properties.interval(), properties.interval()));
    }
}
