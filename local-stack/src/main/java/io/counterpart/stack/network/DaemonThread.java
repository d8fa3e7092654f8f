package io.counterpart.stack.network;

/** A thread that does not keep the JVM alive. */
final class DaemonThread {

    private DaemonThread() {}

    static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
