package io.counterpart.stack.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two roles that a service has in its database, without passwords because the server listens on loopback only.
 *
 * @param owner owns the tables and migrates them
 * @param runtime has the rights of the running service
 */
public record DatabaseRoles(String owner, String runtime) {

    private static final DatabaseRoles HQ = new DatabaseRoles("hq_owner", "hq_app");
    private static final DatabaseRoles CHANNEL = new DatabaseRoles("channel_owner", "channel_app");

    private static final String CREATE = """
            do $$ begin
              if to_regrole('%1$s') is null then create role %1$s login; end if;
            end $$
            """;

    // A database of an earlier version belongs to the superuser. Sequences of a column follow their table.
    private static final String GRANT = """
            alter default privileges for role %1$s grant select, insert, update, delete on tables to %2$s;
            alter default privileges for role %1$s grant usage, select, update on sequences to %2$s;
            do $$
            declare
              item record;
            begin
              if (select datdba from pg_database where datname = current_database()) = '%1$s'::regrole then
                return;
              end if;
              execute format('alter database %%I owner to %1$s', current_database());
              for item in
                select oid::regclass as name from pg_class
                where relnamespace = 'public'::regnamespace and (relkind = 'r' or relkind = 'S' and not exists (
                  select from pg_depend where objid = pg_class.oid and refclassid = 'pg_class'::regclass))
              loop
                execute format('alter table %%s owner to %1$s', item.name);
              end loop;
              grant select, insert, update, delete on all tables in schema public to %2$s;
              grant usage, select, update on all sequences in schema public to %2$s;
            end
            $$
            """;

    /** The roles of the service that uses a database. */
    public static DatabaseRoles of(String database) {
        return database.equals("hq") ? HQ : CHANNEL;
    }

    void create(Connection server) throws SQLException {
        execute(server, CREATE.formatted(owner));
        execute(server, CREATE.formatted(runtime));
    }

    /** Gives the roles their rights in the database of the connection; repeatable. */
    void grant(Connection database) throws SQLException {
        execute(database, GRANT.formatted(owner, runtime));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
