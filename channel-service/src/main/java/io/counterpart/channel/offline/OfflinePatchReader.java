package io.counterpart.channel.offline;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.validation.MergePatch;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.MalformedBody;
import io.counterpart.support.problem.Problem;

/** Reads the changes of a till as the merge patch that a till would send online. */
@Component
class OfflinePatchReader {

    private final JsonMapper json;

    OfflinePatchReader(JsonMapper json) {
        this.json = json;
    }

    <T> MergePatch<T> read(OfflineChange sent, Class<T> type) {
        ObjectNode patch = json.createObjectNode();
        sent.changes().forEach(change -> patch.set(change.field(), json.valueToTree(change.newValue())));
        try {
            return new MergePatch<>(json.treeToValue(patch, type), Set.copyOf(patch.propertyNames()));
        } catch (JacksonException e) {
            throw MalformedBody.explain(e);
        }
    }

    /** The problem of a patch or an addition, with pointers into the item that was sent. */
    static Problem inItem(Problem problem, OfflineChange sent) {
        List<FieldError> errors = problem.errors().stream()
                .map(error -> new FieldError(pointer(error, sent), error.code(), error.detail()))
                .toList();
        return new Problem(problem.type(), problem.detail(), errors);
    }

    private static String pointer(FieldError error, OfflineChange sent) {
        String pointer = error.pointer();
        return switch (sent.kind()) {
            case ADD_ADDRESS -> "/" + OfflineChangeEntry.ADDRESS + pointer;
            case ADD_CONTACT -> "/" + OfflineChangeEntry.CONTACT + pointer;
            case SET_AFFILIATIONS -> "/changes/0/newValue" + pointer;
            case ADD_NOTE -> "/" + OfflineChangeEntry.NOTE + pointer;
            default -> ofChange(pointer, error.code().equals("unknown-field"), sent);
        };
    }

    private static String ofChange(String pointer, boolean unknown, OfflineChange sent) {
        for (int i = 0; i < sent.changes().size(); i++) {
            String field =
                    "/" + sent.changes().get(i).field().replace("~", "~0").replace("/", "~1");
            if (pointer.equals(field) || pointer.startsWith(field + "/")) {
                String rest = pointer.substring(field.length());
                return "/changes/%d/%s".formatted(i, unknown ? "field" : "newValue") + rest;
            }
        }
        return "/changes";
    }
}
