package io.counterpart.hq.channel;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.Limits;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** The channel database groups for administrators. */
@RestController
@RequestMapping("/api/v1/channel-database-groups")
class ChannelDatabaseGroupController {

    private final ChannelDatabaseGroupRepository groups;
    private final ConfigurationService administration;

    ChannelDatabaseGroupController(ChannelDatabaseGroupRepository groups, ConfigurationService administration) {
        this.groups = groups;
        this.administration = administration;
    }

    @GetMapping
    ListResponse<GroupView> all() {
        return ListResponse.of(groups.findAll().stream().map(GroupView::of).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<GroupView> one(@PathVariable String name) {
        ChannelDatabaseGroup group =
                groups.findById(name).orElseThrow(() -> HqProblem.CHANNEL_DATABASE_GROUP_NOT_FOUND.problem());
        return ETagResponses.of(group, GroupView.of(group));
    }

    @PutMapping("/{name}")
    ResponseEntity<GroupView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GroupView wanted) {
        NameValidator.check("/name", name, 30);
        NameValidator.checkSame("/name", name, wanted.name());
        Set<String> databases = Objects.requireNonNullElse(wanted.channelDatabases(), Set.of());
        databases.forEach(it -> NameValidator.check("/channelDatabases", it, Limits.CHANNEL_DATABASE));
        ChannelDatabaseGroup saved = administration.save(
                groups,
                name,
                ifMatch,
                present -> (present == null ? new ChannelDatabaseGroup(name) : present)
                        .change(wanted.filterSharedCustomerDataTables(), databases),
                publication -> publication.channelsOfGroup(name));
        return ETagResponses.of(saved, GroupView.of(saved));
    }

    /** A channel database group as the API shows it. */
    record GroupView(
            @Nullable String name,
            boolean filterSharedCustomerDataTables,
            @Nullable Set<String> channelDatabases) {

        static GroupView of(ChannelDatabaseGroup group) {
            return new GroupView(group.name(), group.filtersSharedCustomerDataTables(), group.names());
        }
    }
}
