package io.counterpart.contract;

/** The Kafka headers of every record: CloudEvents in binary mode, the trace context, and the replication counter. */
public final class RecordHeaders {

    /** Unique id of the event; for operations the operation id. */
    public static final String ID = "ce_id";

    /** Type of the event, for example {@code CREATE_CUSTOMER}. */
    public static final String TYPE = "ce_type";

    /** Source of the event, for example {@code /channel-databases/harbor}. */
    public static final String SOURCE = "ce_source";

    /** Time of the event, ISO-8601 in UTC. */
    public static final String TIME = "ce_time";

    /** The version of CloudEvents. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** W3C trace context of the request that caused the record. */
    public static final String TRACEPARENT = "traceparent";

    /** Position in the operation log of the sender, as a decimal number. Gaps are normal. */
    public static final String REPLICATION_COUNTER = "replicationcounter";

    /** {@code true} on a record that was published before; otherwise absent. */
    public static final String RERUN = "rerun";

    /**
     * Signature of the record, in Base64: an HMAC with the key of the channel database, or of HQ with Ed25519 together
     * with the path of the record in a hash tree.
     */
    public static final String SIGNATURE = "signature";

    private RecordHeaders() {}
}
