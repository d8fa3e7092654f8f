package io.counterpart.hq.page;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The menu, with the entry of the page marked and the counts of what needs attention. */
public record Menu(List<MenuSection> sections) {

    private static final List<MenuItem> WORK = List.of(
            new MenuItem("Home", "/", "home"),
            new MenuItem("Synchronization", "/synchronization", "sync"),
            new MenuItem("Stuck customers", "/stuck-customers", "alert"),
            new MenuItem("Customers", "/customers", "people"),
            new MenuItem("Batch jobs", "/jobs", "clock"),
            new MenuItem("Sessions", "/sessions", "swap"),
            new MenuItem("Dead letters", "/dead-letters", "letter"));
    private static final List<MenuItem> CONFIGURATION = List.of(
            new MenuItem("Features", "/administration/features", "switch"),
            new MenuItem("Functionality profiles", "/administration/profiles", "form"),
            new MenuItem("Stores and channels", "/administration/channels", "shop"),
            new MenuItem("Channel databases", "/administration/channel-databases", "database"),
            new MenuItem("Customer groups", "/administration/customer-groups", "group"),
            new MenuItem("Affiliations", "/administration/affiliations", "tag"),
            new MenuItem("Attributes", "/administration/attributes", "list"),
            new MenuItem("Number sequences", "/administration/number-sequences", "hash"),
            new MenuItem("Duplicates", "/administration/duplicates", "people"));
    private static final List<MenuItem> PEOPLE = List.of(
            new MenuItem("Tokens", "/administration/tokens", "key"),
            new MenuItem("Users", "/administration/users", "shield"),
            new MenuItem("Changes", "/administration/changes", "log"));

    static Menu at(String path, Viewer viewer, OpenIssueCounts attention) {
        var people = viewer.mayAdminister() ? PEOPLE : PEOPLE.subList(2, 3);
        return new Menu(List.of(
                section(null, WORK, path, attention),
                section("Configuration", CONFIGURATION, path, attention),
                section("Access", people, path, attention)));
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

    /** One entry. */
    public record MenuItem(String title, String path, String icon, boolean current, long count) {

        MenuItem(String title, String path, String icon) {
            this(title, path, icon, false, 0);
        }
    }
}
