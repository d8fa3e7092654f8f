package io.counterpart.channel.origin;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins of the web pages that may call the API from a browser.
 *
 * @param origins origins by channel, exactly as a browser sends them: {@code https://till.example.com}
 */
@ConfigurationProperties("counterpart.cors")
record CorsProperties(@DefaultValue Map<String, List<String>> origins) {}
