package io.counterpart.messaging.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.clients.producer.Producer;

/** Producers that inject a fault in front of the real one. */
final class FaultyProducers {

    private FaultyProducers() {}

    /** Pauses after Kafka has the first record, runs the action, and then continues normally. */
    static Producer<String, byte[]> pausingAfterTheFirstRecord(Producer<String, byte[]> real, Runnable act) {
        var done = new AtomicBoolean();
        return around(real, sent -> {
            sent.get();
            if (done.compareAndSet(false, true)) {
                act.run();
            }
            return sent;
        });
    }

    /** Sends immediately, but completes no acknowledgment before the signal. */
    static Producer<String, byte[]> holdingBack(Producer<String, byte[]> real, CompletableFuture<?> signal) {
        return around(real, sent -> {
            Object metadata = sent.get();
            return signal.thenApply(go -> metadata);
        });
    }

    @SuppressWarnings("unchecked") // a proxy has no type parameters
    private static Producer<String, byte[]> around(Producer<String, byte[]> real, OnSend onSend) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                FaultyProducers.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Future<?> sent ? onSend.apply(sent) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface OnSend {
        Future<?> apply(Future<?> sent) throws Exception;
    }
}
