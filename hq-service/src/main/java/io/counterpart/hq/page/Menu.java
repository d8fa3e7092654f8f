package io.counterpart.hq.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The menu, with the current page marked and the counts of open issues. */
public record Menu(List<MenuSection> sections) {

    private static final List<MenuItem> WORK = List.of(
            new MenuItem("menu.home", "/", "home"),
            new MenuItem("menu.synchronization", "/synchronization", "sync"),
            new MenuItem("menu.stuckCustomers", "/stuck-customers", "alert"),
            new MenuItem("menu.tills", "/tills", "till"),
            new MenuItem("menu.statistics", "/statistics", "chart"),
            new MenuItem("menu.customers", "/customers", "people"),
            new MenuItem("menu.possibleDuplicates", "/possible-duplicates", "copy"),
            new MenuItem("menu.batchJobs", "/jobs", "clock"),
            new MenuItem("menu.sessions", "/sessions", "swap"),
            new MenuItem("menu.deadLetters", "/dead-letters", "letter"));
    private static final List<MenuItem> CONFIGURATION = List.of(
            new MenuItem("menu.features", "/administration/features", "switch"),
            new MenuItem("menu.profiles", "/administration/profiles", "form"),
            new MenuItem("menu.channels", "/administration/channels", "shop"),
            new MenuItem("menu.channelDatabases", "/administration/channel-databases", "database"),
            new MenuItem("menu.customerGroups", "/administration/customer-groups", "group"),
            new MenuItem("menu.affiliations", "/administration/affiliations", "tag"),
            new MenuItem("menu.attributes", "/administration/attributes", "list"),
            new MenuItem("menu.numberSequences", "/administration/number-sequences", "hash"),
            new MenuItem("menu.duplicates", "/administration/duplicates", "people"),
            new MenuItem("menu.recovery", "/administration/recovery", "shield"));
    private static final MenuItem IMPORTS =
            new MenuItem("menu.customerImports", "/administration/customer-imports", "download");
    private static final MenuItem ALERTS = new MenuItem("menu.alerts", "/administration/alerts", "bell");
    private static final List<MenuItem> PEOPLE = List.of(
            new MenuItem("menu.tokens", "/administration/tokens", "key"),
            new MenuItem("menu.clerks", "/administration/clerks", "people"),
            new MenuItem("menu.users", "/administration/users", "shield"),
            new MenuItem("menu.auditLog", "/administration/changes", "log"));

    private static final List<MenuItem> OTHER = List.of(
            new MenuItem("causes.pageTitle.failureGroups", "/synchronization/causes", "sync"),
            new MenuItem("account.pageTitle", "/account", "key"));

    // The second key, after g, that opens the page.
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("/", "h"),
            Map.entry("/synchronization", "o"),
            Map.entry("/stuck-customers", "s"),
            Map.entry("/tills", "l"),
            Map.entry("/customers", "c"),
            Map.entry("/possible-duplicates", "m"),
            Map.entry("/jobs", "j"),
            Map.entry("/sessions", "e"),
            Map.entry("/dead-letters", "d"),
            Map.entry("/administration/features", "f"),
            Map.entry("/administration/profiles", "p"),
            Map.entry("/administration/channels", "n"),
            Map.entry("/administration/channel-databases", "b"),
            Map.entry("/administration/customer-imports", "i"),
            Map.entry("/administration/tokens", "t"),
            Map.entry("/administration/clerks", "k"),
            Map.entry("/administration/users", "u"),
            Map.entry("/administration/changes", "a"));

    /** The pages that a user may open, also those outside the menu. */
    public static List<MenuItem> pages(Authentication user) {
        Viewer viewer = Viewer.of(user);
        return Stream.of(WORK, configuration(viewer), people(viewer), OTHER)
                .flatMap(List::stream)
                .toList();
    }

    private static List<MenuItem> configuration(Viewer viewer) {
        return viewer.mayAdminister()
                ? Stream.concat(CONFIGURATION.stream(), Stream.of(IMPORTS, ALERTS))
                        .toList()
                : CONFIGURATION;
    }

    private static List<MenuItem> people(Viewer viewer) {
        return viewer.mayAdminister() ? PEOPLE : PEOPLE.subList(PEOPLE.size() - 1, PEOPLE.size());
    }

    static Menu at(String path, Viewer viewer, OpenIssueCounts attention) {
        return new Menu(List.of(
                section(null, WORK, path, attention),
                section("menu.configuration", configuration(viewer), path, attention),
                section("menu.access", people(viewer), path, attention)));
    }

    private static MenuSection section(
            @Nullable String title, List<MenuItem> items, String path, OpenIssueCounts attention) {
        var marked = new ArrayList<MenuItem>();
        for (MenuItem item : items) {
            boolean current = item.path().equals("/") ? path.equals("/") : path.startsWith(item.path());
            marked.add(new MenuItem(item.title(), item.path(), item.icon(), current, attention.at(item.path())));
        }
        return new MenuSection(title, marked);
    }

    /** Entries under one title. */
    public record MenuSection(@Nullable String title, List<MenuItem> items) {}

    /**
     * One entry.
     *
     * @param title a message key
     */
    public record MenuItem(String title, String path, String icon, boolean current, long count) {

        MenuItem(String title, String path, String icon) {
            this(title, path, icon, false, 0);
        }

        /** The second key, after g, that opens the page. */
        public @Nullable String key() {
            return KEYS.get(path);
        }
    }
}
