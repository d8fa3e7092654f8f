package io.counterpart.channel.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are sent to the database: every execution, a batch as one, a COPY as one. */
public final class StatementCounter implements BeanPostProcessor {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> threads = name -> false;

    /** Threads of Tomcat's pool, or virtual ones where the JDK has those. */
    public static boolean answersRequests(String thread) {
        return thread.contains("-exec-") || thread.startsWith("tomcat-handler-");
    }

    /** Returns the statements that threads with these names send during the work. */
    public List<String> during(Predicate<String> threadNames, Runnable work) {
        statements.clear();
        threads = threadNames;
        try {
            work.run();
        } finally {
            threads = name -> false;
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new CountingProxy(dataSource) : bean;
    }

    private void count(String statement) {
        if (threads.test(Thread.currentThread().getName())) {
            statements.add(statement.strip());
        }
    }

    private Object connection(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if ("unwrap".equals(method.getName()) && PGConnection.class.equals(arguments[0])) {
                count("copy");
            }
            Object result = call(real, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "") : result;
        });
    }

    private Object statement(Class<?> type, Statement real, String sql) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                count(sql.isEmpty() && arguments != null ? String.valueOf(arguments[0]) : sql);
            }
            return call(real, method, arguments);
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class CountingProxy extends DelegatingDataSource {

        CountingProxy(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) connection(super.getConnection());
        }
    }
}
