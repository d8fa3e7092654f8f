package io.counterpart.hq.requests;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds all forms and links by following the links of the pages. */
final class PageCrawler {

    private static final int SAME_PAGES = 3;
    private static final int MOST_PAGES = 400;

    /** What would end the session of the test, or belongs to another test. */
    private static final Set<String> EXCLUDED = Set.of(
            "/sign-out",
            "/sign-in",
            "/account/password",
            "/account/sign-out-everywhere",
            "/docs",
            "/administration/users/admin",
            "/administration/users/operator/delete",
            "/administration/users/viewer/delete");

    private final PageSession session;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<PageForm> forms = new ArrayList<>();

    PageCrawler(PageSession session) {
        this.session = session;
    }

    List<PageForm> crawl() {
        var next = new ArrayDeque<>(List.of("/"));
        for (int pages = 0; !next.isEmpty() && pages < MOST_PAGES; pages++) {
            Document page = session.get(next.remove());
            page.select("form").forEach(this::addForm);
            for (Element link : page.select("a[href], [hx-get]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("hx-get");
                if (target.startsWith("/") && isNew("GET", target)) {
                    forms.add(link(target));
                    next.add(target);
                }
            }
        }
        System.out.printf("%d forms and links%n", forms.size());
        return forms;
    }

    private void addForm(Element form) {
        var fields = new LinkedHashMap<String, List<String>>();
        // Fields of a table row belong to the form that they name.
        var inputs = form.select("input[name], select[name], textarea[name], button[name]");
        if (!form.id().isEmpty()) {
            inputs.addAll(form.ownerDocument().select("[form=\"" + form.id() + "\"][name]"));
        }
        inputs.stream()
                .filter(input -> !input.attr("name").equals("_csrf"))
                .forEach(input -> fields.computeIfAbsent(input.attr("name"), name -> new ArrayList<>())
                        .addAll(valuesOf(input)));
        String method = form.attr("method").toUpperCase(Locale.ROOT);
        var actions = new ArrayList<>(List.of(form.attr("action")));
        form.select("[formaction]").forEach(button -> actions.add(button.attr("formaction")));
        form.select("[hx-post]").forEach(input -> actions.add(input.attr("hx-post")));
        for (String action : actions) {
            if (isNew(method + fields.keySet(), action)) {
                forms.add(new PageForm(method, action, fields));
            }
        }
    }

    private static List<String> valuesOf(Element input) {
        if (input.tagName().equals("select")) {
            return input.select("option").eachAttr("value");
        }
        String value = input.tagName().equals("textarea") ? input.text() : input.attr("value");
        return value.isEmpty() && input.attr("type").equals("checkbox") ? List.of("on") : List.of(value);
    }

    private static PageForm link(String target) {
        String[] parts = target.split("\\?", 2);
        var fields = new LinkedHashMap<String, List<String>>();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&", -1)) {
            String[] nameAndValue = pair.split("=", 2);
            fields.put(
                    nameAndValue[0],
                    List.of(
                            nameAndValue.length == 1
                                    ? ""
                                    : URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8)));
        }
        return new PageForm("GET", parts[0], fields);
    }

    // Pages of different customers are the same page.
    private boolean isNew(String what, String target) {
        String path = target.split("[?#]", 2)[0];
        if (EXCLUDED.stream().anyMatch(path::startsWith)) {
            return false;
        }
        String query =
                target.contains("?") ? target.substring(target.indexOf('?')).replaceAll("=[^&]*", "") : "";
        String kind = what + path.replaceAll("/[^/]*[0-9][^/]*", "/#") + query;
        return kinds.merge(kind, 1, Integer::sum) <= SAME_PAGES;
    }
}
