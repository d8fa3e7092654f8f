package io.counterpart.channel.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A page about each type of problem, at the address that the type is. */
@Controller
@ResponseBody
class ProblemPages {

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}</style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s
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

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String all() {
        return Stream.of(ProblemType.values())
                .map(type -> "<li><a href=\"%s\">%s</a>: %s</li>".formatted(type.path(), type.slug(), type.title()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n", "<ul>\n", "\n</ul>"), list -> HTML.formatted("Problems", list)));
    }

    @GetMapping(path = "/problems/{name}", produces = MediaType.TEXT_HTML_VALUE)
    String one(@PathVariable String name) {
        ProblemType type = ProblemType.named(name)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no problem of this name."));
        String remedy = type.remedy().replace("<", "&lt;").replace(">", "&gt;");
        return HTML.formatted(type.title(), PAGE.formatted(type.slug(), type.status(), type.meaning(), remedy));
    }
}
