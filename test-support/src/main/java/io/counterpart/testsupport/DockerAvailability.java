package io.counterpart.testsupport;

import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers on this machine. */
final class DockerAvailability {

    private DockerAvailability() {}

    static boolean answers() {
        return Holder.ANSWERS;
    }

    private static final class Holder {
        static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
    }
}
