package io.counterpart.support.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the signature of an operation does not show.
 *
 * @param id its name in generated clients
 * @param successes the headers of each response that is not a problem, by status
 * @param problems the statuses of problems beyond those that follow from the parameters and the body
 * @param ifMatch whether a request without If-Match is rejected
 */
record OperationNote(
        String tag,
        String id,
        Map<String, List<String>> successes,
        Set<String> problems,
        boolean ifMatch,
        String summary) {

    static final String IF_MATCH = "If-Match";

    private static final int COLUMNS = 4;

    /**
     * @param responses the statuses; the headers of a response follow its status; {@code If-Match} if it is mandatory
     */
    static OperationNote of(String tag, String id, String responses, String summary) {
        Map<String, List<String>> successes = new LinkedHashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        List<String> headers = new ArrayList<>();
        boolean ifMatch = false;
        for (String word : responses.split(" ", -1)) {
            if (word.equals(IF_MATCH)) {
                ifMatch = true;
            } else if (Character.isLetter(word.charAt(0))) {
                headers.add(word);
            } else if (word.startsWith("2")) {
                headers = new ArrayList<>();
                successes.put(word, headers);
            } else {
                problems.add(word);
            }
        }
        return new OperationNote(tag, id, successes, problems, ifMatch, summary);
    }

    /** Reads one line of a table into the notes, by method and path. */
    static void read(String tag, String line, Map<String, OperationNote> notes) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("Not %d columns: %s".formatted(COLUMNS, line));
        }
        notes.put(cells[0].strip(), of(tag, cells[1].strip(), cells[2].strip(), cells[3].strip()));
    }
}
