package io.counterpart.hq.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.hq.job.BatchJobs;
import io.counterpart.hq.job.JobDoor;

/** The jobs 1070 and 1110: running or releasing one tells the channels everything. */
@Configuration(proxyBeanMethods = false)
class ConfigurationDoors {

    @Bean
    JobDoor channelConfigurationJob(ConfigurationPublication publication) {
        return new Telling(BatchJobs.CHANNEL_CONFIGURATION_1070, publication::tellAllChannels);
    }

    @Bean
    JobDoor globalConfigurationJob(ConfigurationPublication publication) {
        return new Telling(BatchJobs.GLOBAL_CONFIGURATION_1110, publication::tellGlobal);
    }

    private record Telling(String job, Runnable tell) implements JobDoor {

        @Override
        public void run() {
            tell.run();
        }

        @Override
        public void release() {
            tell.run();
        }
    }
}
