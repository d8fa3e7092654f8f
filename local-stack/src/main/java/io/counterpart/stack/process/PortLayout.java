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

/** The port of each part of the stack. */
public final class PortLayout {

    // Below the range of ephemeral ports, so that no outgoing connection can take one of these.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Map<StackPort, Integer> numbers;

    private PortLayout(Map<StackPort, Integer> numbers) {
        this.numbers = numbers;
    }

    public static PortLayout usual() {
        return new PortLayout(Stream.of(StackPort.values())
                .collect(Collectors.toMap(
                        port -> port, StackPort::usual, (a, b) -> a, () -> new EnumMap<>(StackPort.class))));
    }

    /** Random ports that are currently free. */
    public static PortLayout free() {
        var numbers = new EnumMap<StackPort, Integer>(StackPort.class);
        for (StackPort port : StackPort.values()) {
            numbers.put(port, freePort());
        }
        return new PortLayout(numbers);
    }

    /**
     * A currently free port that this JVM has not assigned before: the owner of an assigned port may not listen yet.
     */
    public static int freePort() {
        int candidate = candidate();
        while (!GIVEN.add(candidate) || !isFree(candidate)) {
            candidate = candidate();
        }
        return candidate;
    }

    public PortLayout with(StackPort port, int number) {
        var changed = new EnumMap<>(numbers);
        changed.put(port, number);
        return new PortLayout(changed);
    }

    public int of(StackPort port) {
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
