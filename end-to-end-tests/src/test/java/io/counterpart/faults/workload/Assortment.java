package io.counterpart.faults.workload;

import java.util.ArrayList;
import java.util.List;

/** What clients do, and how often. */
public final class Assortment {

    private final List<Deed> deeds = new ArrayList<>();

    /** Creations by POST with an {@code Idempotency-Key}: every channel service has them. */
    public static Assortment creations() {
        return new Assortment().with(5, new CreateByPost());
    }

    /** Creations with an id that the till made, and uploads of what it made while offline. */
    public Assortment andOfTills() {
        return with(3, new CreateByPut()).with(1, new UploadOffline());
    }

    /** Edits of a field, new addresses and new emails, of customers of any channel. */
    public Assortment andEdits() {
        return with(4, new EditField()).with(2, AddAPart.address()).with(1, AddAPart.email());
    }

    List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    private Assortment with(int times, Deed deed) {
        for (int i = 0; i < times; i++) {
            deeds.add(deed);
        }
        return this;
    }
}
