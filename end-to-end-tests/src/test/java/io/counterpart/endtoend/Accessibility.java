package io.counterpart.endtoend;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** Checks a page by the rules of axe. */
final class Accessibility {

    private Accessibility() {}

    /** The faults that are moderate or worse, with the first elements that have them. */
    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> !"minor".equals(rule.getImpact()))
                        .map(Accessibility::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
