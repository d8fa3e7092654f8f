package io.counterpart.support.problem;

import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** Serves a page for each problem type, at the address in its {@code type}. */
@Controller
@ResponseBody
@Hidden
class ProblemPageController {

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    private static final String PAGE = """
            <p><code>%s</code>, HTTP status %d</p>
            <h2>What it means</h2>
            <p>%s</p>
            <h2>What to do</h2>
            <p>%s</p>
            <p><a href="/problems">All problems</a></p>""";

    private final ProblemCatalog catalog;

    ProblemPageController(ProblemCatalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String all() {
        return catalog.types().stream()
                .map(type -> "<li><a href=\"%s\">%s</a>: %s</li>".formatted(type.path(), type.slug(), type.title()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n", "<ul>\n", "\n</ul>"), list -> HTML.formatted("Problems", list)));
    }

    @GetMapping(path = "/problems/{name}", produces = MediaType.TEXT_HTML_VALUE)
    String one(@PathVariable String name) {
        ProblemType type = catalog.named(name)
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("No problem type has this name."));
        return HTML.formatted(
                type.title(),
                PAGE.formatted(
                        type.slug(),
                        type.status(),
                        HtmlUtils.htmlEscape(type.meaning()),
                        HtmlUtils.htmlEscape(type.remedy())));
    }
}
