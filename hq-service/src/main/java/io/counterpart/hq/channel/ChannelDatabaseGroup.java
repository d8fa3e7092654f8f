package io.counterpart.hq.channel;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.hq.configuration.Versioned;

/** Channel databases that receive the same data, and the restriction of that data. */
@Entity
@Table(name = "channel_database_group")
class ChannelDatabaseGroup implements Versioned {

    @Id
    private String name;

    @Column(name = "filter_shared_customer_data_tables")
    private boolean filterSharedCustomerDataTables;

    @OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.ALL)
    @JoinColumn(name = "channel_database_group", nullable = false, updatable = true)
    private Set<ChannelDatabase> databases = new HashSet<>();

    @Version
    private @Nullable Long version;

    ChannelDatabaseGroup(String name) {
        this.name = name;
    }

    @NullUnmarked
    protected ChannelDatabaseGroup() {}

    /** Databases are only added: without its database a channel would be invalid. */
    ChannelDatabaseGroup change(boolean filter, Set<String> wanted) {
        filterSharedCustomerDataTables = filter;
        Set<String> present = names();
        wanted.stream().filter(it -> !present.contains(it)).forEach(it -> databases.add(new ChannelDatabase(it)));
        return this;
    }

    boolean filtersSharedCustomerDataTables() {
        return filterSharedCustomerDataTables;
    }

    String name() {
        return name;
    }

    Set<String> names() {
        return databases.stream().map(ChannelDatabase::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String subject() {
        return "Channel database group " + name;
    }

    @Override
    public Map<String, Object> view() {
        return Map.of("filterSharedCustomerDataTables", filterSharedCustomerDataTables, "channelDatabases", names());
    }

    @Override
    public @Nullable Long version() {
        return version;
    }
}
