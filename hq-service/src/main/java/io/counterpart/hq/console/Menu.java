package io.counterpart.hq.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The menu, with the entry of the page marked and the counts of what needs attention. */
public record Menu(List<Section> sections) {

    private static final List<Item> WORK = List.of(
            new Item("Home", "/", "home"),
            new Item("Synchronization", "/synchronization", "sync"),
            new Item("Stuck customers", "/stuck-customers", "alert"),
            new Item("Customers", "/customers", "people"),
            new Item("Batch jobs", "/jobs", "clock"),
            new Item("Sessions", "/sessions", "swap"),
            new Item("Dead letters", "/dead-letters", "letter"));
    private static final List<Item> CONFIGURATION = List.of(
            new Item("Features", "/administration/features", "switch"),
            new Item("Functionality profiles", "/administration/profiles", "form"),
            new Item("Stores and channels", "/administration/channels", "shop"),
            new Item("Channel databases", "/administration/channel-databases", "database"),
            new Item("Customer groups", "/administration/customer-groups", "group"),
            new Item("Affiliations", "/administration/affiliations", "tag"),
            new Item("Attributes", "/administration/attributes", "list"),
            new Item("Number sequences", "/administration/number-sequences", "hash"),
            new Item("Duplicates", "/administration/duplicates", "people"));
    private static final List<Item> PEOPLE = List.of(
            new Item("Tokens", "/administration/tokens", "key"),
            new Item("Users", "/administration/users", "shield"),
            new Item("Changes", "/administration/changes", "log"));

    static Menu at(String path, Viewer viewer, Attention attention) {
        var people = viewer.mayAdminister() ? PEOPLE : PEOPLE.subList(2, 3);
        return new Menu(List.of(
                section(null, WORK, path, attention),
                section("Configuration", CONFIGURATION, path, attention),
                section("Access", people, path, attention)));
    }

    private static Section section(@Nullable String title, List<Item> items, String path, Attention attention) {
        var marked = new ArrayList<Item>();
        for (Item item : items) {
            boolean current = item.path().equals("/") ? path.equals("/") : path.startsWith(item.path());
            marked.add(new Item(item.title(), item.path(), item.icon(), current, attention.at(item.path())));
        }
        return new Section(title, marked);
    }

    /** Entries under one title. */
    public record Section(@Nullable String title, List<Item> items) {}

    /** One entry. */
    public record Item(String title, String path, String icon, boolean current, long count) {

        Item(String title, String path, String icon) {
            this(title, path, icon, false, 0);
        }
    }
}
