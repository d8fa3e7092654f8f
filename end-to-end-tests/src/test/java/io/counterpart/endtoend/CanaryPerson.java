package io.counterpart.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A person whose data occurs nowhere else, and who is recognized in any text. */
final class CanaryPerson {

    static final String FIRST = "Zaphirelda";
    static final String LAST = "Quistelrode";
    static final String EMAIL = "zaphirelda@canary-quist.example";
    static final String PHONE = "+1 739 184 6205";
    static final String STREET = "913 Vermelinda Crescent";
    static final String SUBJECT = "oauth-subject-of-quistelrode";

    private static final List<String> TRACES =
            List.of("zaphirelda", "quistelrode", "canary-quist", "7391846205", "739 184 6205", "vermelinda");

    private CanaryPerson() {}

    /** The person as a request, with further fields. */
    static Map<String, Object> with(Object... fields) {
        var person = new HashMap<String, Object>(Map.of(
                "firstName", FIRST,
                "lastName", LAST,
                "email", EMAIL,
                "phone", PHONE,
                "addresses", List.of(Map.of("street", STREET, "city", "Harbor", "country", "USA")),
                "contacts", List.of(Map.of("type", "EMAIL", "value", "second-" + EMAIL))));
        for (int i = 0; i < fields.length; i += 2) {
            person.put(fields[i].toString(), fields[i + 1]);
        }
        return person;
    }

    /** The lines of a text that contain any of the person's data. */
    static List<String> linesAbout(String text) {
        return text.lines()
                .filter(line -> TRACES.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
                .map(line -> line.length() > 400 ? line.substring(0, 400) : line)
                .distinct()
                .limit(20)
                .toList();
    }
}
