package io.counterpart.channel.warmup;

/** A step that runs before the service is ready and leaves nothing behind. */
public interface WarmUpStep {

    /** Throws any failure; the service becomes ready nevertheless. */
    void run() throws Exception;
}
