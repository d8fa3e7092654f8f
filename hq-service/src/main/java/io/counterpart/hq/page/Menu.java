package io.counterpart.hq.page;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The menu, with the current page marked and the counts of open issues. */
record Menu(List<MenuSection> sections) {

    private static final List<MenuItem> WORK = List.of(
            new MenuItem("menu.home", "/", "home"),
            new MenuItem("menu.synchronization", "/synchronization", "sync"),
            new MenuItem("menu.stuckCustomers", "/stuck-customers", "alert"),
            new MenuItem("menu.statistics", "/statistics", "chart"),
            new MenuItem("menu.customers", "/customers", "people"),
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
    private static final List<MenuItem> PEOPLE = List.of(
            new MenuItem("menu.tokens", "/administration/tokens", "key"),
            new MenuItem("menu.users", "/administration/users", "shield"),
            new MenuItem("menu.auditLog", "/administration/changes", "log"));

    static Menu at(String path, Viewer viewer, OpenIssueCounts attention) {
        var people = viewer.mayAdminister() ? PEOPLE : PEOPLE.subList(2, 3);
        return new Menu(List.of(
                section(null, WORK, path, attention),
                section("menu.configuration", CONFIGURATION, path, attention),
                section("menu.access", people, path, attention)));
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
    record MenuSection(@Nullable String title, List<MenuItem> items) {}

    /** One entry. */
    record MenuItem(String title, String path, String icon, boolean current, long count) {

        MenuItem(String title, String path, String icon) {
            this(title, path, icon, false, 0);
        }
    }
}
