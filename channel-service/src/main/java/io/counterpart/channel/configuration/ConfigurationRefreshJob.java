package io.counterpart.channel.configuration;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Detects configuration that another instance has applied. */
@Component
class ConfigurationRefreshJob {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationRefreshJob.class);

    private final ChannelConfigurationService configurations;

    ConfigurationRefreshJob(ChannelConfigurationService configurations) {
        this.configurations = configurations;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            configurations.refreshWhenAnotherInstanceAppliedSomething();
        } catch (DataAccessException e) {
            log.warn(
                    "The configuration could not be reloaded; the cached one stays in use: {}",
                    e.getClass().getSimpleName());
        }
    }
}
