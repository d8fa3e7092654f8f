package io.counterpart.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** People whose data occur nowhere else, and who are recognized in any text; one for each test, for they share a stack. */
final class CanaryPerson {

    static final CanaryPerson LOGGED = new CanaryPerson("Zaphirelda", "Quistelrode", "739 184 6205", "Vermelinda");
    static final CanaryPerson ERASED = new CanaryPerson("Ombrevine", "Thaddoriel", "628 905 3417", "Crespinelle");

    final String first;
    final String last;
    final String email;
    final String phone;
    final String subject;

    private final String street;
    private final List<String> traces;

    private CanaryPerson(String first, String last, String phone, String street) {
        this.first = first;
        this.last = last;
        this.email = first.toLowerCase(Locale.ROOT) + "@canary-" + last.toLowerCase(Locale.ROOT) + ".example";
        this.phone = "+1 " + phone;
        this.subject = "oauth-subject-of-" + last.toLowerCase(Locale.ROOT);
        this.street = "913 " + street + " Crescent";
        this.traces = Stream.of(first, last, phone, phone.replace(" ", ""), street)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The person as a request, with further fields. */
    Map<String, Object> with(Object... fields) {
        var person = new HashMap<String, Object>(Map.of(
                "firstName", first,
                "lastName", last,
                "email", email,
                "phone", phone,
                "addresses", List.of(Map.of("street", street, "city", "Harbor", "country", "USA")),
                "contacts", List.of(Map.of("type", "EMAIL", "value", "second-" + email))));
        for (int i = 0; i < fields.length; i += 2) {
            person.put(fields[i].toString(), fields[i + 1]);
        }
        return person;
    }

    /** The lines of a text that contain any of the person's data. */
    List<String> linesAbout(String text) {
        return text.lines()
                .filter(line -> traces.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
                .map(line -> line.length() > 400 ? line.substring(0, 400) : line)
                .distinct()
                .limit(20)
                .toList();
    }
}
