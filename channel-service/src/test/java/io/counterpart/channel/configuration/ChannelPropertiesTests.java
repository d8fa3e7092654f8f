package io.counterpart.channel.configuration;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelPropertiesTests {

    @Test
    void defaultsToHeadquartersOnLocalhost() {
        assertThat(bind(Map.of("counterpart.channel-database", "harbor")))
                .isEqualTo(new ChannelProperties("harbor", List.of(URI.create("http://127.0.0.1:8080")), ""));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "counterpart.channel-database", "online",
                        "counterpart.hq-url", "https://hq.example.com,https://hq-2.example.com",
                        "counterpart.hq-token", "token")))
                .isEqualTo(new ChannelProperties(
                        "online",
                        List.of(URI.create("https://hq.example.com"), URI.create("https://hq-2.example.com")),
                        "token"));
    }

    private static ChannelProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("counterpart", ChannelProperties.class)
                .get();
    }
}
