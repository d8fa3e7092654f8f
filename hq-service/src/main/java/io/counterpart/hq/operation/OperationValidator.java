package io.counterpart.hq.operation;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.master.OperationDryRun;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.StandardProblem;

/** Says at once what conversion would still refuse of an operation that somebody mended. */
@Component
class OperationValidator {

    private final OperationDryRun rehearsal;

    OperationValidator(OperationDryRun rehearsal) {
        this.rehearsal = rehearsal;
    }

    void check(CustomerOperation mended, List<OperationRepairService.Edit> edits) {
        Rejected refusal = rehearsal.refusal(mended);
        if (refusal != null) {
            var error = new FieldError(pointer(refusal.field(), edits), refusal.code(), refusal.message());
            throw StandardProblem.VALIDATION
                    .because("Correct the values and try again.")
                    .with("errors", List.of(error));
        }
    }

    // The value that somebody typed, where it is to blame; else the operation as a whole.
    private static String pointer(@Nullable String field, List<OperationRepairService.Edit> edits) {
        return IntStream.range(0, edits.size())
                .filter(i -> field != null && lastPart(edits.get(i).field()).equals(field))
                .mapToObj("/changes/%d/newValue"::formatted)
                .findFirst()
                .orElse("/changes");
    }

    private static String lastPart(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
