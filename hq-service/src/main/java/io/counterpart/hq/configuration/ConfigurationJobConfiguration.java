package io.counterpart.hq.configuration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.job.JobHandler;

/** Configures jobs 1070 and 1110: running or releasing one publishes the complete configuration. */
@Configuration(proxyBeanMethods = false)
class ConfigurationJobConfiguration {

    @Bean
    JobHandler channelConfigurationJob(ConfigurationPublisher publication) {
        return new ConfigurationJobHandler(
                BatchJobSettings.CHANNEL_CONFIGURATION_1070, publication::publishAllChannels);
    }

    @Bean
    JobHandler globalConfigurationJob(ConfigurationPublisher publication) {
        return new ConfigurationJobHandler(BatchJobSettings.GLOBAL_CONFIGURATION_1110, publication::publishGlobal);
    }

    private record ConfigurationJobHandler(String job, Runnable publish) implements JobHandler {

        @Override
        public void run() {
            publish.run();
        }

        @Override
        public void release() {
            publish.run();
        }
    }
}
