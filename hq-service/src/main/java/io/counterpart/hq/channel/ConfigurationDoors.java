package io.counterpart.hq.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.hq.job.JobDoor;

/** The jobs 1070 and 1110: running one tells the channels everything again. */
@Configuration(proxyBeanMethods = false)
class ConfigurationDoors {

    @Bean
    JobDoor channelConfigurationJob(ConfigurationPublication publication) {
        return new Resend("1070", publication::allChannels);
    }

    @Bean
    JobDoor globalConfigurationJob(ConfigurationPublication publication) {
        return new Resend("1110", publication::global);
    }

    private record Resend(String job, Runnable resend) implements JobDoor {

        @Override
        public void run() {
            resend.run();
        }
    }
}
