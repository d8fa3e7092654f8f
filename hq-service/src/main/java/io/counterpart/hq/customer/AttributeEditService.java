package io.counterpart.hq.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.page.FormValues;

/**
 * Applies the forms of affiliations and attributes; their inputs are named after the affiliation or the attribute.
 * Text that the type of an attribute does not accept stays text, so that the rules report it.
 */
@Service
class AttributeEditService {

    static final String AFFILIATION = "affiliation.";
    static final String ATTRIBUTE = "attribute.";

    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private final CustomerPageEditService edit;
    private final ReferenceDataSource reference;

    AttributeEditService(CustomerPageEditService edit, ReferenceDataSource reference) {
        this.edit = edit;
        this.reference = reference;
    }

    /** Returns the reason if HQ's rules reject the edit; null if it was applied, or nothing is changed. */
    @Transactional
    public @Nullable Rejected saveAffiliations(CustomerSnapshot customer, Map<String, String> typed) {
        List<String> before = customer.content().affiliations();
        List<String> selected = typed.keySet().stream()
                .filter(name -> name.startsWith(AFFILIATION))
                .map(name -> name.substring(AFFILIATION.length()))
                .filter(name -> !name.isBlank())
                .toList();
        var after = new ArrayList<>(before);
        after.retainAll(selected);
        selected.stream().filter(name -> !after.contains(name)).forEach(after::add);
        return after.equals(before)
                ? null
                : edit.apply(customer, new OperationBody.SetAffiliations(before, List.copyOf(after)));
    }

    /** The same for attributes; an attribute that the form does not offer is unchanged. */
    @Transactional
    public @Nullable Rejected saveAttributes(CustomerSnapshot customer, Map<String, String> typed) {
        Map<String, AttributeDefinition> definitions = reference.read().attributes();
        var changes = new ArrayList<FieldChange>();
        for (String input : typed.keySet()) {
            if (input.startsWith(ATTRIBUTE)) {
                String name = input.substring(ATTRIBUTE.length());
                AttributeDefinition definition = definitions.get(name);
                Object before = customer.content().attributes().get(name);
                Object after = value(definition, FormValues.text(typed, input));
                if (isSame(before, after)) {
                    continue;
                }
                if (after == null && definition != null && definition.mandatory()) {
                    return new Rejected("required", "Attribute “%s” is required.".formatted(name), name);
                }
                changes.add(new FieldChange(name, before, after));
            }
        }
        return changes.isEmpty() ? null : edit.apply(customer, new OperationBody.SetAttributes(changes));
    }

    private static @Nullable Object value(@Nullable AttributeDefinition definition, @Nullable String text) {
        if (definition == null || text == null) {
            return text;
        }
        return switch (definition.type()) {
            // Amounts are text, so that no program converts them to a binary fraction.
            case TEXT, CURRENCY -> text;
            case BOOLEAN -> FLAGS.contains(text) ? (Object) text.equals("true") : text;
            case INTEGER -> WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
            case DECIMAL -> DECIMAL.matcher(text).matches() ? (Object) new BigDecimal(text) : text;
        };
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.toString(one, "").equals(Objects.toString(other, ""));
    }
}
