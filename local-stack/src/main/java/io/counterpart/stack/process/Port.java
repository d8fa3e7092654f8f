package io.counterpart.stack.process;

import java.util.Locale;

/** A place where the stack listens. */
public enum Port {
    HQ(8080, "HQ"),
    HARBOR(8081, "the channel service harbor"),
    ONLINE(8082, "the channel service online"),
    HQ_MANAGEMENT(9080, "the actuator of HQ"),
    HARBOR_MANAGEMENT(9081, "the actuator of harbor"),
    ONLINE_MANAGEMENT(9082, "the actuator of online"),
    POSTGRES(15432, "PostgreSQL"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "Kafka's controller"),
    CONTROL(9099, "the control of the processes");

    private final int usual;
    private final String listener;

    Port(int usual, String listener) {
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

    /** The option that moves it, without the dashes. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.') + ".port";
    }
}
