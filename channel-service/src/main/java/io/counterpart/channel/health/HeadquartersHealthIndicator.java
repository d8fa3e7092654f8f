package io.counterpart.channel.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelProperties;

/**
 * Whether HQ accepts a connection within a second; an outage only means Pending sync instead of an immediate account
 * number.
 */
@Component("headquarters")
class HeadquartersHealthIndicator implements HealthIndicator {

    private static final int PATIENCE_MILLIS = 1000;

    private final URI hq;

    HeadquartersHealthIndicator(ChannelProperties properties) {
        this.hq = properties.hqUrl();
    }

    @Override
    public Health health() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(hq.getHost(), port()), PATIENCE_MILLIS);
            return Health.up().build();
        } catch (IOException e) {
            return DegradedStatus.because("Headquarters is not responding");
        }
    }

    private int port() {
        if (hq.getPort() > 0) {
            return hq.getPort();
        }
        return "https".equals(hq.getScheme()) ? 443 : 80;
    }
}
