package io.counterpart.stack.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which port each part of the stack listens on. */
public final class Ports {

    // Below the range from which systems take the ports of outgoing connections: none of those can come in between.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    public static Ports usual() {
        return new Ports(Stream.of(Port.values())
                .collect(Collectors.toMap(port -> port, Port::usual, (a, b) -> a, () -> new EnumMap<>(Port.class))));
    }

    /** Ports that nobody listens on now, chosen by chance. */
    public static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, freePort());
        }
        return new Ports(numbers);
    }

    /** A port that nobody listens on now, and that was not given to anybody in this JVM who may yet begin to. */
    public static int freePort() {
        int candidate = candidate();
        while (!GIVEN.add(candidate) || !isFree(candidate)) {
            candidate = candidate();
        }
        return candidate;
    }

    public Ports with(Port port, int number) {
        var changed = new EnumMap<>(numbers);
        changed.put(port, number);
        return new Ports(changed);
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int candidate() {
        return ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
    }
}
