package io.counterpart.testsupport;

import org.testcontainers.DockerClientFactory;

/** Checks whether a Docker engine responds on this machine. */
final class DockerAvailability {

    private DockerAvailability() {}

    static boolean answers() {
        return Holder.ANSWERS;
    }

    private static final class Holder {
        static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
    }
}
