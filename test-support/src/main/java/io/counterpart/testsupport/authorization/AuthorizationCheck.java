package io.counterpart.testsupport.authorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the declared rules, the committed table and the answers of a running service. */
public final class AuthorizationCheck {

    private static final String REGENERATE =
            "Declare the callers in %s, then regenerate the table and review the difference: "
                    + "./mvnw -pl %s -am verify -Dtest=None -Dit.test=AuthorizationTableIT "
                    + "-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "
                    + "-Dauthorization.write=true";

    private final AuthorizedService service;
    private final AuthorizationProbe probe = new AuthorizationProbe();

    public AuthorizationCheck(AuthorizedService service) {
        this.service = service;
    }

    /** What to do if the committed table differs. */
    public String advice(Class<?> rules) {
        return REGENERATE.formatted(rules.getSimpleName(), service.module());
    }

    /** Sentences about what the committed table says differently than the declared rules. */
    public List<String> differencesToCommitted() {
        var tables = new LinkedHashMap<String, AuthorizationTable>();
        var sentences = new ArrayList<String>();
        for (Endpoint endpoint : service.endpoints()) {
            if (!service.rules().covers(endpoint)) {
                sentences.add("No rule covers %s.".formatted(endpoint.name()));
            }
            tables.computeIfAbsent(service.section(endpoint), AuthorizationTable::new)
                    .add(endpoint.name(), row(endpoint));
        }
        service.rules().unused().forEach(line -> sentences.add("No endpoint matches the rule “%s”.".formatted(line)));
        if (sentences.isEmpty() && Boolean.getBoolean("authorization.write")) {
            tables.values().forEach(AuthorizationTable::write);
        }
        tables.values().stream()
                .flatMap(AuthorizationTable::differencesToCommitted)
                .forEach(sentences::add);
        return sentences;
    }

    /** Sentences about cells that the running service does not confirm, after a request for every cell. */
    public List<String> differencesToAnswers() {
        var sentences = new ArrayList<String>();
        for (Endpoint endpoint : service.endpoints()) {
            for (TableCaller caller : TableCaller.values()) {
                String expected = service.rules().cell(endpoint, caller);
                Set<String> answered = answers(endpoint, caller);
                if (!answered.equals(Set.of(expected))) {
                    sentences.add("%s by %s: the rules say %s, the service says %s."
                            .formatted(endpoint.name(), caller.column(), expected, String.join(" or ", answered)));
                }
            }
        }
        return sentences;
    }

    private List<String> row(Endpoint endpoint) {
        String targets = Arrays.stream(TableCaller.values())
                .flatMap(caller -> service.targets(endpoint, caller).stream())
                .distinct()
                .sorted()
                .map(RequestTarget::label)
                .collect(Collectors.joining(", "));
        return Stream.concat(
                        Stream.of(targets),
                        Arrays.stream(TableCaller.values())
                                .map(caller -> service.rules().cell(endpoint, caller)))
                .toList();
    }

    private Set<String> answers(Endpoint endpoint, TableCaller caller) {
        var answers = new LinkedHashSet<String>();
        for (Credentials credentials : service.credentials(caller, endpoint)) {
            answers.add(cell(endpoint, caller, credentials));
        }
        return answers;
    }

    private String cell(Endpoint endpoint, TableCaller caller, Credentials credentials) {
        List<RequestTarget> targets = service.targets(endpoint, caller);
        var cells = new LinkedHashMap<RequestTarget, String>();
        for (RequestTarget target : targets.isEmpty() ? List.of(RequestTarget.OWN) : targets) {
            ProbeRequest request = service.request(endpoint, caller, target);
            cells.put(target, probe.cell(endpoint, service.port(endpoint), request, credentials, !targets.isEmpty()));
        }
        return summary(cells);
    }

    private static String summary(Map<RequestTarget, String> cells) {
        var distinct = Set.copyOf(cells.values());
        if (distinct.size() == 1) {
            return distinct.iterator().next();
        }
        var others = new LinkedHashMap<>(cells);
        boolean own = AuthorizationRules.YES.equals(others.remove(RequestTarget.OWN));
        Set<String> denials = Set.copyOf(others.values());
        return own && denials.size() == 1
                ? "own/" + denials.iterator().next()
                : cells.entrySet().stream()
                        .map(cell -> cell.getKey().label() + ": " + cell.getValue())
                        .collect(Collectors.joining(", "));
    }
}
