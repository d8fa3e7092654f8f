package io.counterpart.hq.device;

import java.net.URI;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tills reach the channel services.
 *
 * @param addresses where tills reach the service of a channel, by channel in any case: {@code https://harbor.example.com}
 */
@ConfigurationProperties("hq.channel")
record ChannelAddressProperties(@DefaultValue Map<String, URI> addresses) {}
