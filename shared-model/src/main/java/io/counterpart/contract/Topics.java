package io.counterpart.contract;

/** The Kafka topics between channels and HQ, named after the jobs of the product. */
public final class Topics {

    /** Channel to HQ. Key: async customer id. Value: {@link io.counterpart.contract.operation.CustomerOperation}. */
    public static final String P_0001 = "cdx.p-0001";

    /**
     * HQ to channels, compacted. Key: account number; while there is none, the async customer id, whose record is
     * erased by a null value once the number is given. Value:
     * {@link io.counterpart.contract.snapshot.CustomerSnapshot}.
     */
    public static final String CUSTOMERS_1010 = "cdx.1010";

    /** HQ to channels, compacted. Key: channel. Value: {@link io.counterpart.contract.configuration.ChannelConfiguration}. */
    public static final String CHANNEL_CONFIGURATION_1070 = "cdx.1070";

    /** HQ to channels, compacted. Key: {@code global}. Value: {@link io.counterpart.contract.configuration.GlobalConfiguration}. */
    public static final String GLOBAL_CONFIGURATION_1110 = "cdx.1110";

    /** HQ to channels. Key: channel database. Value: {@link io.counterpart.contract.configuration.JobCommand}. */
    public static final String CONTROL = "cdx.control";

    /** Channels to HQ. Key: channel database. Value: {@link io.counterpart.contract.session.ChannelReport}. */
    public static final String SESSIONS = "cdx.sessions";

    /** Public. Key: async customer id. Value: {@link io.counterpart.contract.snapshot.CustomerConverted} as a CloudEvent. */
    public static final String CUSTOMERS_CONVERTED = "customers.converted";

    /** What is put behind the name of a topic for the records of it that nobody could read. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
