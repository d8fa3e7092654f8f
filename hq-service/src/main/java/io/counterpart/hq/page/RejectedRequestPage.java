package io.counterpart.hq.page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import io.counterpart.hq.language.ProgramPaths;
import io.counterpart.support.problem.ContainerErrorPage;

/** The error page for requests that Tomcat rejects, when no template can be rendered yet. */
@Component
class RejectedRequestPage implements ContainerErrorPage {

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/console.css">
              <link rel="stylesheet" href="/console-parts.css">
            </head>
            <body class="standalone"><main><section class="card empty">
              <h1>%1$s</h1>
              <p>%2$s</p>
              <p><a class="button" href="/">%3$s</a></p>
            </section></main></body>
            </html>
            """;

    private final PageTexts texts;

    RejectedRequestPage(PageTexts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable String html(String path) {
        return ProgramPaths.contain(path)
                ? null
                : HTML.formatted(text("error.400.title"), text("error.400.explanation"), text("error.backHome"));
    }

    private String text(String key) {
        return HtmlUtils.htmlEscape(texts.text(key));
    }
}
