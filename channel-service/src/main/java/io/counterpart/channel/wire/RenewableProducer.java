package io.counterpart.channel.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The producer that the factory has at the moment of each call. Nobody keeps one: it cannot be made while the broker's
 * name does not resolve, and the factory replaces one that failed for good.
 */
final class RenewableProducer {

    private final ProducerFactory<String, byte[]> factory;

    private RenewableProducer(ProducerFactory<String, byte[]> factory) {
        this.factory = factory;
    }

    @SuppressWarnings("unchecked") // the interface of a proxy cannot say its type arguments
    static Producer<String, byte[]> of(ProducerFactory<String, byte[]> factory) {
        var shared = new RenewableProducer(factory);
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                RenewableProducer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> shared.call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        if ("close".equals(method.getName())) {
            // It is the factory's.
            return null;
        }
        try {
            // Spring asks a bean for its hash code: no reason to look for a broker.
            Object target = method.getDeclaringClass() == Object.class ? this : factory.createProducer();
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
