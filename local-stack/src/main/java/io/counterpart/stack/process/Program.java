package io.counterpart.stack.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a {@link ManagedProcess} runs: its command, and how it is seen to be ready. */
public interface Program {

    /** The name in the control and of the log file, for example {@code hq}. */
    String name();

    /** The name for people, for example {@code HQ}. */
    String title();

    List<StackPort> ports();

    /** Prepares what the program needs, and says how it is started. Called before each start. */
    List<String> command(List<String> jvmArguments) throws IOException;

    /** Makes the environment of the process. */
    default void environment(Map<String, String> environment) {}

    /** Asks once. */
    boolean isReady();

    /** Does what can only be done once the program runs; called after each start. */
    default void whenReady() {}

    /** Asks the process to end, without waiting for it. */
    default void requestStop(ProcessHandle process) {
        process.destroy();
    }
}
