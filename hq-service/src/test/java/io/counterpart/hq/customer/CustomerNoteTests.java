package io.counterpart.hq.customer;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class CustomerNoteTests extends CustomerPageSupport {

    @Test
    void aNoteThatIsTooLongFailsAlone() {
        work.stage(List.of(note(2, "x".repeat(1001))));

        work.synchronize();

        assertThat(work.texts("select error_code from open_operation")).containsExactly("value-too-long");
        assertThat(work.count("customer_note")).isZero();
    }

    @Test
    void isOnThePageWithClerkAndDeviceAndChangesNothing() throws Exception {
        work.stage(List.of(
                note(2, "Prefers <b>email</b>"),
                OperationFixtures.edit(customer, 3, new FieldChange("title", null, "Dr."))));

        work.synchronize();

        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("3");
        assertThat(work.texts("select text || ' ' || clerk || ' ' || device || ' ' || channel from customer_note"))
                .containsExactly("Prefers <b>email</b> 4711 till-1 HARBOR");
        assertThat(page().select("section[aria-labelledby=notes] tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("Prefers <b>email</b>", "4711", "till-1"));
        assertThat(page().select("section[aria-labelledby=edits]").text()).doesNotContain("Prefers");
    }

    @Test
    void isOnceHoweverOftenItsOperationComes() {
        CustomerOperation note = note(2, "Once");

        work.stage(List.of(note, note));
        work.synchronize();
        work.stage(List.of(note));
        work.synchronize();

        assertThat(work.count("customer_note")).isEqualTo(1);
    }

    private CustomerOperation note(int number, String text) {
        return OperationFixtures.operation(customer, "harbor", number, new OperationBody.AddNote(text))
                .madeBy("till-1", "4711");
    }
}
