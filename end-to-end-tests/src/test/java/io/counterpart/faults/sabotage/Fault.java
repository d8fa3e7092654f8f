package io.counterpart.faults.sabotage;

/** Something that can go wrong, and be set right. */
public interface Fault {

    /** Stands in the schedule and in the counts, for example {@code kill hq-1}. */
    String name();

    /** What suffers; no target suffers twice at a time. */
    String target();

    void inflict() throws Exception;

    /** Sets it right; called once for each time it was inflicted. */
    void revert() throws Exception;

    /** A fault made of two acts. */
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

    /** An act that may fail. */
    @FunctionalInterface
    interface FaultAction {

        void perform() throws Exception;
    }
}
