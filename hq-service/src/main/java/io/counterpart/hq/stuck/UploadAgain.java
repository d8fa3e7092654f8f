package io.counterpart.hq.stuck;

/** Asks a channel database to upload operations again. */
public interface UploadAgain {

    /** Both counters included. */
    void request(String channelDatabase, long counterFrom, long counterTo);
}
