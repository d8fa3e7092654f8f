package io.counterpart.faults.sabotage;

/** A fault that can be inflicted and reverted. */
public interface Fault {

    /** Appears in the schedule and in the counts, for example {@code kill hq-1}. */
    String name();

    /** The affected target; no target has two faults at a time. */
    String target();

    void inflict() throws Exception;

    /** Reverts the fault; called once for each time it was inflicted. */
    void revert() throws Exception;

    /** A fault made of two actions. */
    static Fault of(String name, String target, FaultAction inflict, FaultAction heal) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String target() {
                return target;
            }

            @Override
            public void inflict() throws Exception {
                inflict.perform();
            }

            @Override
            public void revert() throws Exception {
                heal.perform();
            }
        };
    }

    /** A fault that is over as soon as it is inflicted. */
    static Fault atOnce(String name, String target, FaultAction inflict) {
        return of(name, target, inflict, () -> {});
    }

    /** An action that may fail. */
    @FunctionalInterface
    interface FaultAction {

        void perform() throws Exception;
    }
}
