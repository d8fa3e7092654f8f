package io.counterpart.channel.configuration;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** Shows the current configuration of a channel. */
@RestController
@RequestMapping("/api/v1/configuration")
class ConfigurationController {

    private final ChannelConfigurationService configurations;

    ConfigurationController(ChannelConfigurationService configurations) {
        this.configurations = configurations;
    }

    @GetMapping
    RunningConfigurationView running(@AuthenticationPrincipal Caller caller) {
        return configurations
                .applied(caller.channel())
                .map(channel -> RunningConfigurationView.of(
                        channel, configurations.appliedGlobal().orElse(null)))
                .orElseThrow(
                        () -> StandardProblem.NOT_FOUND.because("The channel has not received its configuration yet."));
    }
}
