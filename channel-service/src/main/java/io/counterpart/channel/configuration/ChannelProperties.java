package io.counterpart.channel.configuration;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.counterpart.contract.Limits;

/**
 * The identity of this channel database and its connection to HQ.
 *
 * @param channelDatabase name of the channel database that this service serves
 * @param hqUrl addresses of the instances of HQ, separated by commas; one is enough if a proxy is in front of them
 * @param hqToken the token that authenticates this channel database at HQ
 */
@Validated
@ConfigurationProperties("counterpart")
public record ChannelProperties(
        @NotBlank @Size(max = Limits.CHANNEL_DATABASE) String channelDatabase,
        @DefaultValue("http://127.0.0.1:8080") @NotEmpty List<URI> hqUrl,
        @DefaultValue("") String hqToken) {}
