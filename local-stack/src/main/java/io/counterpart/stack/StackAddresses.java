package io.counterpart.stack;

import java.net.URI;

import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;

/** The addresses of the parts of a stack. */
public final class StackAddresses {

    private final PortLayout ports;

    StackAddresses(PortLayout ports) {
        this.ports = ports;
    }

    public URI hq() {
        return http(StackPort.HQ);
    }

    /** The address of the channel service for a channel database. */
    public URI channel(String channelDatabase) {
        return instance(channelDatabase);
    }

    /** The address of one process of a service: {@code hq}, {@code harbor}, or a second instance, {@code harbor-2}. */
    public URI instance(String process) {
        return http(StackPort.of(process));
    }

    /** The address of the actuator of one process of a service. */
    public URI management(String process) {
        return http(StackPort.managementOf(process));
    }

    /** The identity provider of the storefront. */
    public URI identityProvider() {
        return http(StackPort.IDENTITY);
    }

    public URI control() {
        return http(StackPort.CONTROL);
    }

    /** The JDBC URL; the user is {@code postgres}, the password is empty. */
    public String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(StackPort.POSTGRES), name);
    }

    public String kafka() {
        return "127.0.0.1:" + ports.of(StackPort.KAFKA);
    }

    private URI http(StackPort port) {
        return URI.create("http://127.0.0.1:" + ports.of(port));
    }
}
