package io.counterpart.messaging;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Adds the signature header to records before they are sent. */
@FunctionalInterface
public interface RecordSigner {

    /** Name of the header. */
    String HEADER = "signature";

    /** Sends records without a signature. */
    RecordSigner NONE = records -> {};

    /** Signs records that are sent together, which may be cheaper than signing each alone. */
    void sign(List<ProducerRecord<String, byte[]>> records);
}
