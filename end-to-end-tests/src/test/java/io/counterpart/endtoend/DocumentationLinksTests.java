package io.counterpart.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every relative link and picture of a document leads to a file, and every anchor to a heading. */
class DocumentationLinksTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", ".git", ".local-stack");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern LINK_IN_HEADING = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(documents())
                .hasSizeGreaterThan(60)
                .allSatisfy(document -> assertThat(broken(document, text(document)))
                        .as(ROOT.relativize(document).toString())
                        .isEmpty());
    }

    @Test
    void brokenLinksAreFound() {
        Path readme = ROOT.resolve("README.md");

        assertThat(broken(readme, "[a](docs/nowhere.md) [b](docs/glossary.md#nothing) ![c](docs/nothing.png)"))
                .containsExactly("docs/nowhere.md", "docs/glossary.md#nothing", "docs/nothing.png");
        assertThat(broken(
                        readme,
                        "[a](LICENSE) [b](https://example.com/x) `[c](nowhere.md)` [d](docs/operating.md#topics)"))
                .isEmpty();
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertThat(anchors("# A `b-c` & d\n## [Link](x.md), (too)\n## Same\n## Same\n```\n# no heading\n```\n"))
                .containsExactlyInAnyOrder("a-b-c--d", "link-too", "same", "same-1");
    }

    @Test
    void theIndexLeadsToEveryDocument() throws IOException {
        Path index = ROOT.resolve("docs/README.md");
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .toList();

            assertThat(links(text(index)).stream().map(link -> link.split("#", 2)[0]))
                    .containsAll(names);
        }
    }

    private static List<String> broken(Path document, String text) {
        var broken = new ArrayList<String>();
        for (String link : links(text)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            boolean leads = Files.exists(target)
                    && (parts.length == 1
                            || !target.toString().endsWith(".md")
                            || anchors(target.equals(document) ? text : text(target))
                                    .contains(parts[1]));
            if (!leads) {
                broken.add(link);
            }
        }
        return broken;
    }

    private static List<String> links(String text) {
        String prose = CODE.matcher(CODE_BLOCK.matcher(text).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    private static Set<String> anchors(String text) {
        Map<String, Integer> seen = new HashMap<>();
        var anchors = new HashSet<String>();
        HEADING.matcher(CODE_BLOCK.matcher(text).replaceAll("")).results().forEach(match -> {
            String anchor = LINK_IN_HEADING
                    .matcher(match.group(1))
                    .replaceAll("$1")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    // Other tests write to the directories that are left out.
    private static List<Path> documents() {
        var documents = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        documents.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
