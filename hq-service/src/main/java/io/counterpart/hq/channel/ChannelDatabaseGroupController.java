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

import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of channel database groups. */
@RestController
@RequestMapping("/api/v1/channel-database-groups")
class ChannelDatabaseGroupController {

    private final ChannelDatabaseGroupRepository groups;
    private final ChannelService service;

    ChannelDatabaseGroupController(ChannelDatabaseGroupRepository groups, ChannelService service) {
        this.groups = groups;
        this.service = service;
    }

    @GetMapping
    ListResponse<GroupView> all() {
        return ListResponse.of(groups.findAll().stream().map(GroupView::of).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<GroupView> one(@PathVariable String name) {
        ChannelDatabaseGroup group =
                groups.findById(name).orElseThrow(() -> HqProblem.CHANNEL_DATABASE_GROUP_NOT_FOUND.problem());
        return ETags.tagged(group.version(), GroupView.of(group));
    }

    @PutMapping("/{name}")
    ResponseEntity<GroupView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GroupView wanted) {
        NameValidator.checkSame("/name", name, wanted.name());
        ChannelDatabaseGroup saved = service.saveGroup(
                name,
                wanted.filterSharedCustomerDataTables(),
                Objects.requireNonNullElse(wanted.channelDatabases(), Set.of()),
                () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), GroupView.of(saved));
    }

    /** A channel database group as the API returns it. */
    record GroupView(
            @Nullable String name,
            boolean filterSharedCustomerDataTables,
            @Nullable Set<String> channelDatabases) {

        static GroupView of(ChannelDatabaseGroup group) {
            return new GroupView(group.name(), group.filtersSharedCustomerDataTables(), group.names());
        }
    }
}
