package io.counterpart.hq.search;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.counterpart.hq.page.Menu;
import io.counterpart.hq.page.PageTexts;

/** The pages that the user may open, by title. */
@Component
@Order(6)
class PageSource implements SearchSource {

    private final PageTexts texts;

    PageSource(PageTexts texts) {
        this.texts = texts;
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        List<SearchHit> hits = Menu.pages(wanted.user()).stream()
                .map(page -> SearchHit.of(page.path(), texts.text(page.title())))
                .filter(hit -> wanted.matches(hit.title()))
                .toList();
        // No list has them all, so all are shown.
        return SearchGroup.of("search.group.pages", hits, hits.size(), hits.size(), "/");
    }
}
