package io.counterpart.stack.process;

import java.util.Locale;

/** A place where the stack listens. */
public enum StackPort {
    HQ(8080, "HQ"),
    HARBOR(8081, "the channel service harbor"),
    ONLINE(8082, "the channel service online"),
    HQ_MANAGEMENT(9080, "the actuator of HQ"),
    HARBOR_MANAGEMENT(9081, "the actuator of harbor"),
    ONLINE_MANAGEMENT(9082, "the actuator of online"),
    POSTGRES(15432, "PostgreSQL"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "Kafka's controller"),
    CONTROL(9099, "the control of the processes"),
    HQ_2(8090, "the second instance of HQ"),
    HARBOR_2(8091, "the second instance of the channel service harbor"),
    ONLINE_2(8092, "the second instance of the channel service online"),
    HQ_2_MANAGEMENT(9090, "the actuator of HQ's second instance"),
    HARBOR_2_MANAGEMENT(9091, "the actuator of harbor's second instance"),
    ONLINE_2_MANAGEMENT(9092, "the actuator of online's second instance");

    private final int usual;
    private final String listener;

    StackPort(int usual, String listener) {
        this.usual = usual;
        this.listener = listener;
    }

    public int usual() {
        return usual;
    }

    /** Who listens there, for messages. */
    public String listener() {
        return listener;
    }

    /** Where a process listens, by its name: {@code hq}, {@code harbor-2}. */
    public static StackPort of(String process) {
        return valueOf(process.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Where the actuator of a process listens. */
    public static StackPort managementOf(String process) {
        return valueOf(of(process).name() + "_MANAGEMENT");
    }

    /** The option that moves it, without the dashes. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.') + ".port";
    }
}
