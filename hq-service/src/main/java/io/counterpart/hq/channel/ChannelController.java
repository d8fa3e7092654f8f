package io.counterpart.hq.channel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.Limits;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;

/** The channels for administrators. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

    private final ChannelRepository channels;
    private final ConfigurationRepository configuration;
    private final ConfigurationService administration;

    ChannelController(
            ChannelRepository channels, ConfigurationRepository configuration, ConfigurationService administration) {
        this.channels = channels;
        this.configuration = configuration;
        this.administration = administration;
    }

    @GetMapping
    ListResponse<ChannelView> all() {
        return ListResponse.of(channels.findAll().stream().map(Channel::view).toList());
    }

    @GetMapping("/{channel}")
    ResponseEntity<ChannelView> one(@PathVariable String channel) {
        Channel found = channels.findById(channel).orElseThrow(() -> HqProblem.CHANNEL_NOT_FOUND.problem());
        return ETagResponses.of(found, found.view());
    }

    @PutMapping("/{channel}")
    ResponseEntity<ChannelView> put(
            @PathVariable String channel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChannelView wanted) {
        check(channel, wanted);
        Channel saved = administration.save(
                channels,
                channel,
                ifMatch,
                present -> present == null ? new Channel(wanted, channel) : present.change(wanted),
                publication -> publication.channel(channel));
        return ETagResponses.of(saved, saved.view());
    }

    private void check(String channel, ChannelView wanted) {
        NameValidator.check("/channel", channel, Limits.CHANNEL);
        NameValidator.checkSame("/channel", channel, wanted.channel());
        NameValidator.check("/name", wanted.name(), 60);
        var invalid = new ArrayList<FieldError>();
        require(invalid, wanted.type() != null, "/type");
        require(invalid, wanted.operatingUnit() != null, "/operatingUnit");
        require(invalid, configuration.hasDatabase(wanted.channelDatabase()), "/channelDatabase");
        require(invalid, configuration.hasProfile(wanted.functionalityProfile()), "/functionalityProfile");
        String customer = wanted.defaultCustomer();
        require(invalid, customer == null || configuration.hasCustomer(customer), "/defaultCustomer");
        if (!invalid.isEmpty()) {
            throw Problem.validation(List.copyOf(invalid));
        }
    }

    private static void require(List<FieldError> invalid, boolean known, String pointer) {
        if (!known) {
            invalid.add(new FieldError(pointer, "unknown", "There is no such thing, or it is missing"));
        }
    }
}
