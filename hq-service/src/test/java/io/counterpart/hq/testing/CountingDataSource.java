package io.counterpart.hq.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the requests to the database: executed statements, and COPY. */
@TestConfiguration(proxyBeanMethods = false)
public class CountingDataSource {

    private static final ThreadLocal<Integer> STATEMENTS = ThreadLocal.withInitial(() -> 0);

    /** The number of statements that the action sends on this thread; jobs in the background send others. */
    public static int statementsOf(Runnable action) {
        int before = STATEMENTS.get();
        action.run();
        return STATEMENTS.get() - before;
    }

    @Bean
    static BeanPostProcessor counting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) proxy(Connection.class, connection);
        }

        private static Object proxy(Class<?> type, Object target) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                boolean copies = method.getName().equals("unwrap") && arguments[0] == PGConnection.class;
                if (method.getName().startsWith("execute") || copies) {
                    STATEMENTS.set(STATEMENTS.get() + 1);
                }
                try {
                    Object result = method.invoke(target, arguments);
                    return result instanceof PreparedStatement ? proxy(PreparedStatement.class, result) : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
