package io.counterpart.command;

/** Says what an interrupted command leaves at HQ, if it is interrupted, for example by Ctrl-C. */
final class Interruption {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Interruption saying(Session session, String message) {
        return new Interruption(new Thread(() -> session.say("\n" + message)));
    }

    void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is being said.
        }
    }
}
