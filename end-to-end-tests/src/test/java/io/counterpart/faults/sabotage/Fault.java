package io.counterpart.faults.sabotage;

/** Something that can go wrong, and be set right. */
public interface Fault {

    /** Stands in the schedule and in the counts, for example {@code kill hq-1}. */
    String name();

    /** What suffers; no target suffers twice at a time. */
    String target();

    void inflict() throws Exception;

    /** Sets it right; called once for each time it was inflicted. */
    void heal() throws Exception;

    /** A fault made of two acts. */
    static Fault of(String name, String target, Deed inflict, Deed heal) {
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
            public void heal() throws Exception {
                heal.perform();
            }
        };
    }

    /** A fault that is over as soon as it is inflicted. */
    static Fault atOnce(String name, String target, Deed inflict) {
        return of(name, target, inflict, () -> {});
    }

    /** An act that may fail. */
    @FunctionalInterface
    interface Deed {

        void perform() throws Exception;
    }
}
