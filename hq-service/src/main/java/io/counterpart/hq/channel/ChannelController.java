package io.counterpart.hq.channel;

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

import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of channels. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

    private final ChannelRepository channels;
    private final ChannelService service;

    ChannelController(ChannelRepository channels, ChannelService service) {
        this.channels = channels;
        this.service = service;
    }

    @GetMapping
    ListResponse<ChannelView> all() {
        return ListResponse.of(channels.findAll().stream().map(Channel::view).toList());
    }

    @GetMapping("/{channel}")
    ResponseEntity<ChannelView> one(@PathVariable String channel) {
        Channel found = channels.findById(channel).orElseThrow(() -> HqProblem.CHANNEL_NOT_FOUND.problem());
        return ETags.tagged(found.version(), found.view());
    }

    @PutMapping("/{channel}")
    ResponseEntity<ChannelView> put(
            @PathVariable String channel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChannelView wanted) {
        NameValidator.checkSame("/channel", channel, wanted.channel());
        Channel saved = service.saveChannel(channel, wanted, () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }
}
