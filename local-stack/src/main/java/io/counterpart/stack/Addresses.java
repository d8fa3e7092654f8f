package io.counterpart.stack;

import java.net.URI;

import io.counterpart.stack.process.Port;
import io.counterpart.stack.process.Ports;

/** Where the parts of a stack are reached. */
public final class Addresses {

    private final Ports ports;

    Addresses(Ports ports) {
        this.ports = ports;
    }

    public URI hq() {
        return http(Port.HQ);
    }

    /** The channel service of a channel database. */
    public URI channel(String channelDatabase) {
        return http(channelDatabase.equals("harbor") ? Port.HARBOR : Port.ONLINE);
    }

    /** The actuator of {@code hq} or of a channel database's service. */
    public URI management(String service) {
        if (service.equals("hq")) {
            return http(Port.HQ_MANAGEMENT);
        }
        return http(service.equals("harbor") ? Port.HARBOR_MANAGEMENT : Port.ONLINE_MANAGEMENT);
    }

    public URI control() {
        return http(Port.CONTROL);
    }

    /** For JDBC; the user is {@code postgres}, the password is empty. */
    public String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(Port.POSTGRES), name);
    }

    public String kafka() {
        return "127.0.0.1:" + ports.of(Port.KAFKA);
    }

    private URI http(Port port) {
        return URI.create("http://127.0.0.1:" + ports.of(port));
    }
}
