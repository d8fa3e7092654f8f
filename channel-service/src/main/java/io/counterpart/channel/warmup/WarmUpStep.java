package io.counterpart.channel.warmup;

/** A piece of work that is exercised before the service is ready and leaves nothing behind. */
public interface WarmUpStep {

    /** Throws whatever goes wrong; the service becomes ready all the same. */
    void run() throws Exception;
}
