package io.counterpart.hq.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.messaging.MessageJson;

/**
 * The distinctive values of a customer, past and present, by which text is found that does not name its customer: emails,
 * phones, sign-ins, streets, full names. Not single short words: they would match the text of other customers.
 */
final class PersonalWords {

    private static final int SHORTEST = 5;

    private static final Set<String> FIELDS = Set.of(
            "email",
            "receiptEmail",
            "phone",
            "mobile",
            "url",
            "vatNumber",
            "value",
            "locator",
            "subject",
            "lastName",
            "organizationName",
            "street",
            "note");

    private final Set<String> words = new HashSet<>();

    PersonalWords(CustomerContent content, Collection<String> payloads, MessageJson json) {
        add(content.profile().displayName());
        addAll(json.tree(json.write(content)));
        payloads.forEach(it -> addAll(readable(it, json)));
    }

    /** In lower case, none of them shorter than five characters. */
    List<String> all() {
        return List.copyOf(words);
    }

    /** Patterns for {@code like}, in lower case. */
    static List<String> patterns(Collection<String> texts) {
        return texts.stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .map(it -> "%" + it.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    private static JsonNode readable(String payload, MessageJson json) {
        try {
            return json.tree(payload);
        } catch (RuntimeException e) {
            return json.tree("{}");
        }
    }

    private void addAll(JsonNode node) {
        String changed = node.path("field").asString("");
        String field = changed.substring(changed.lastIndexOf('.') + 1);
        if (FIELDS.contains(field)) {
            add(node.path("oldValue").asString(""));
            add(node.path("newValue").asString(""));
        }
        if (node.has("firstName") && node.has("lastName")) {
            add(node.path("firstName").asString("") + " "
                    + node.path("lastName").asString(""));
        }
        node.properties().forEach(it -> {
            if (FIELDS.contains(it.getKey())) {
                add(it.getValue().asString(""));
            }
        });
        node.forEach(this::addAll);
    }

    private void add(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (word.length() >= SHORTEST) {
            words.add(word);
        }
    }
}
