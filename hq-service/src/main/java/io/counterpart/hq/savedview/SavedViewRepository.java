package io.counterpart.hq.savedview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code saved_view} and {@code list_preference}. */
@Repository
class SavedViewRepository {

    private static final String SELECT = "select id, list, owner, name, parameters, shared from saved_view ";

    // One statement for all that a page needs. The first row has the preference, if there is one, the others the views.
    private static final String PREFERENCE = """
            select columns, default_view, null::uuid id, list, username as owner, null as name, null as parameters,
              false as shared
            from list_preference where list = :list and username = :username
            union all
            (select null, null, id, list, owner, name, parameters, shared
            from saved_view where list = :list and (owner = :username or shared))
            """;

    private static final String ADD = """
            insert into saved_view (id, list, owner, name, parameters, created_at)
            values (:id, :list, :owner, :name, :parameters, :at)
            on conflict on constraint saved_view_once do nothing
            """;

    private static final String CHOOSE = """
            insert into list_preference (list, username, columns) values (:list, :username, :columns)
            on conflict (list, username) do update set columns = excluded.columns
            """;

    private static final String MAKE_DEFAULT = """
            insert into list_preference (list, username, default_view) values (:list, :username, :view)
            on conflict (list, username) do update set default_view = excluded.default_view
            """;

    private final JdbcClient jdbc;

    SavedViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ListPreference preference(ViewedList list, String username) {
        var views = new ArrayList<SavedView>();
        var preference = new ListPreference[] {new ListPreference(null, null, List.of())};
        jdbc.sql(PREFERENCE)
                .param("list", list.name())
                .param("username", username)
                .query((ResultSet row) -> {
                    if (row.getObject("id") == null) {
                        preference[0] = new ListPreference(
                                row.getString("columns"), row.getObject("default_view", UUID.class), List.of());
                    } else {
                        views.add(view(row, 0));
                    }
                });
        views.sort(Comparator.comparing(SavedView::name, String.CASE_INSENSITIVE_ORDER));
        return new ListPreference(preference[0].columns(), preference[0].defaultView(), views);
    }

    /** Locks the view, so that it is not deleted while it becomes the default of a user. */
    Optional<SavedView> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(SavedViewRepository::view)
                .optional();
    }

    int count(ViewedList list, String owner) {
        return jdbc.sql("select count(*) from saved_view where list = :list and owner = :owner")
                .param("list", list.name())
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Returns false if the owner has a view with this name. */
    boolean add(SavedView view, Instant at) {
        return jdbc.sql(ADD)
                        .param("id", view.id())
                        .param("list", view.list().name())
                        .param("owner", view.owner())
                        .param("name", view.name())
                        .param("parameters", view.parameters())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void share(UUID id, boolean shared) {
        jdbc.sql("update saved_view set shared = :shared where id = :id")
                .param("shared", shared)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
    }

    /** Shared views stay: other users have them. */
    void deleteOf(String username) {
        jdbc.sql("delete from list_preference where username = :username")
                .param("username", username)
                .update();
        jdbc.sql("delete from saved_view where owner = :username and not shared")
                .param("username", username)
                .update();
    }

    void chooseColumns(ViewedList list, String username, @Nullable String columns) {
        jdbc.sql(CHOOSE)
                .param("list", list.name())
                .param("username", username)
                .param("columns", columns)
                .update();
    }

    void makeDefault(ViewedList list, String username, @Nullable UUID view) {
        jdbc.sql(MAKE_DEFAULT)
                .param("list", list.name())
                .param("username", username)
                .param("view", view)
                .update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                ViewedList.valueOf(row.getString("list")),
                row.getString("owner"),
                row.getString("name"),
                row.getString("parameters"),
                row.getBoolean("shared"));
    }
}
