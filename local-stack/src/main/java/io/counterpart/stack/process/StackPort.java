package io.counterpart.stack.process;

import java.util.Locale;

/** A port of the stack. */
public enum StackPort {
    HQ(8080, "HQ"),
    HARBOR(8081, "channel service harbor"),
    ONLINE(8082, "channel service online"),
    IDENTITY(8083, "the identity provider"),
    HQ_MANAGEMENT(9080, "the actuator of HQ"),
    HARBOR_MANAGEMENT(9081, "the actuator of harbor"),
    ONLINE_MANAGEMENT(9082, "the actuator of online"),
    POSTGRES(15432, "PostgreSQL"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "the Kafka controller"),
    CONTROL(9099, "the control endpoint"),
    HQ_2(8090, "the second HQ instance"),
    HARBOR_2(8091, "the second harbor instance"),
    ONLINE_2(8092, "the second online instance"),
    HQ_2_MANAGEMENT(9090, "the actuator of the second HQ instance"),
    HARBOR_2_MANAGEMENT(9091, "the actuator of the second harbor instance"),
    ONLINE_2_MANAGEMENT(9092, "the actuator of the second online instance");

    private final int usual;
    private final String listener;

    StackPort(int usual, String listener) {
        this.usual = usual;
        this.listener = listener;
    }

    public int usual() {
        return usual;
    }

    /** The name of the listening program, for messages. */
    public String listener() {
        return listener;
    }

    /** The port of a process by its name: {@code hq}, {@code harbor-2}. */
    public static StackPort of(String process) {
        return valueOf(process.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The port of the actuator of a process. */
    public static StackPort managementOf(String process) {
        return valueOf(of(process).name() + "_MANAGEMENT");
    }

    /** The option that changes the port, without the dashes. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.') + ".port";
    }
}
