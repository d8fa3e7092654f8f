package io.counterpart.faults.workload;

import java.util.ArrayList;
import java.util.List;

/** The actions of clients, and their frequencies. */
public final class WorkloadMix {

    private final List<ClientAction> deeds = new ArrayList<>();

    /** Creations by POST with an {@code Idempotency-Key}, which every channel service supports. */
    public static WorkloadMix creations() {
        return new WorkloadMix().with(5, new CreateByPostAction());
    }

    /** Creations with an id that the till generated, and uploads of customers it created offline. */
    public WorkloadMix andOfTills() {
        return with(3, new CreateByPutAction()).with(1, new OfflineUploadAction());
    }

    /** Edits of a field, new addresses and new emails, of customers of any channel. */
    public WorkloadMix andEdits() {
        return with(4, new EditFieldAction()).with(2, AddPartAction.address()).with(1, AddPartAction.email());
    }

    List<ClientAction> deeds() {
        return List.copyOf(deeds);
    }

    private WorkloadMix with(int times, ClientAction deed) {
        for (int i = 0; i < times; i++) {
            deeds.add(deed);
        }
        return this;
    }
}
