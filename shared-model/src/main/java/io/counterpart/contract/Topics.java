package io.counterpart.contract;

/** The Kafka topics between channels and HQ, named after the jobs of the product. */
public final class Topics {

    /** Channel to HQ. Key: async customer id. Value: {@link io.counterpart.contract.operation.CustomerOperation}. */
    public static final String P_0001 = "cdx.p-0001";

    /**
     * HQ to channels, compacted. Key: account number, or the async customer id until an account number is assigned; the
     * record under the async customer id is then deleted by a null value. Value:
     * {@link io.counterpart.contract.snapshot.CustomerSnapshot}.
     */
    public static final String CUSTOMERS_1010 = "cdx.1010";

    /**
     * HQ to channels, compacted. Key: channel. Value:
     * {@link io.counterpart.contract.configuration.ChannelConfiguration}.
     */
    public static final String CHANNEL_CONFIGURATION_1070 = "cdx.1070";

    /**
     * HQ to channels, compacted. Key: {@code global}. Value:
     * {@link io.counterpart.contract.configuration.GlobalConfiguration}.
     */
    public static final String GLOBAL_CONFIGURATION_1110 = "cdx.1110";

    /** HQ to channels. Key: channel database. Value: {@link io.counterpart.contract.configuration.JobCommand}. */
    public static final String CONTROL = "cdx.control";

    /** Channels to HQ. Key: channel database. Value: {@link io.counterpart.contract.session.ChannelReport}. */
    public static final String SESSIONS = "cdx.sessions";

    /**
     * Public. Key: async customer id. Value: {@link io.counterpart.contract.snapshot.CustomerConverted} as a
     * CloudEvent.
     */
    public static final String CUSTOMERS_CONVERTED = "customers.converted";

    /** The suffix of the dead-letter topic of a topic; it receives the records that could not be read. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
