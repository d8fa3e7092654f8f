package io.counterpart.stack.network;

/** Starts threads that do not prevent the JVM from exiting. */
final class DaemonThread {

    private DaemonThread() {}

    static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
