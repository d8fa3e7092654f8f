package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.JavaCommand;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

/**
 * A service with the given environment.
 *
 * @param name {@code hq} or {@code harbor}
 * @param readiness the address that responds with 200 when the service is ready
 */
record ServiceProcess(String name, Map<String, String> settings, URI readiness, Path classPath) implements Program {

    private static final List<String> JVM =
            List.of("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m", "-XX:TieredStopAtLevel=1");

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<StackPort> ports() {
        return List.of(StackPort.of(name), StackPort.managementOf(name));
    }

    @Override
    public List<String> command(List<String> jvmArguments) throws IOException {
        boolean hq = name.equals("hq");
        Path module = Path.of("..", hq ? "hq-service" : "channel-service")
                .toAbsolutePath()
                .normalize();
        String main =
                hq ? "io.counterpart.hq.HqServiceApplication" : "io.counterpart.channel.ChannelServiceApplication";
        return JavaCommand.of(module, main).jvm(JVM).command(classPath);
    }

    @Override
    public void environment(Map<String, String> environment) {
        environment.putAll(settings);
    }

    @Override
    public boolean isReady() {
        try {
            var connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
