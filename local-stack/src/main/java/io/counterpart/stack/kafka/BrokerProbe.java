package io.counterpart.stack.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Checks whether a broker accepts requests and has joined its cluster. */
final class BrokerProbe {

    private static final int LIMIT_MILLIS = 2_000;

    private BrokerProbe() {}

    static boolean answers(int port, Map<String, Object> client) {
        return listens(port) && isInItsCluster(port, client);
    }

    // Checked first: before the broker listens, a Kafka client would log a warning for every attempt.
    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInItsCluster(int port, Map<String, Object> client) {
        var settings = new HashMap<>(client);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        Admin admin = Admin.create(settings);
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
