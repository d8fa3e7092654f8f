package io.counterpart.hq.search;

import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.counterpart.hq.operation.OperationEditService;
import io.counterpart.hq.operation.OperationFilter;
import io.counterpart.hq.operation.OperationRow;
import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageTexts;
import io.counterpart.support.web.StrictUuid;

/** Operations, by their ID or that of their customer, or the beginning of it. */
@Component
@Order(2)
class OperationSource implements SearchSource {

    private final OperationEditService operations;
    private final DisplayFormat format;
    private final PageTexts texts;

    OperationSource(OperationEditService operations, DisplayFormat format, PageTexts texts) {
        this.operations = operations;
        this.format = format;
        this.texts = texts;
    }

    @Override
    public Optional<String> exact(String id) {
        return StrictUuid.parse(id).flatMap(operations::ifKnown).map(OperationSource::path);
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        List<OperationRow> found = OperationFilter.isId(wanted.text())
                ? operations.list(OperationFilter.ofId(wanted.text()), wanted.most() + 1)
                : List.of();
        int read = Math.min(found.size(), wanted.most());
        List<SearchHit> hits = found.subList(0, read).stream().map(this::hit).toList();
        return SearchGroup.of("search.group.operations", hits, shown, read, wanted.in("/synchronization"))
                .withUncounted(found.size() > read);
    }

    private SearchHit hit(OperationRow operation) {
        return SearchHit.of(
                path(operation),
                "%s · #%d".formatted(format.plain(operation.kind()), operation.operationNumber()),
                texts.text(operation.statusKey()),
                operation.channel(),
                operation.operationId().toString());
    }

    private static String path(OperationRow operation) {
        return "/synchronization/" + operation.operationId();
    }
}
