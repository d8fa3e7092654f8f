package io.counterpart.storefront;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the storefront fit together without a build step. */
class StorefrontFilesTests {

    private static final int LONGEST = 200;
    private static final Pattern IMPORT = Pattern.compile("(?:from|^import) '(\\.[^']+)'", Pattern.MULTILINE);

    @Test
    void everyImportIsAFileOrAWebJar() throws IOException {
        for (Path script : StorefrontFiles.scripts()) {
            IMPORT.matcher(StorefrontFiles.read(script))
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !name.contains("/webjars/"))
                    .forEach(name -> assertThat(script.resolveSibling(name).normalize())
                            .as("%s imports %s", script, name)
                            .exists());
        }
    }

    @Test
    void filesAreShortAndNothingIsInlineOrFromElsewhere() throws IOException {
        assertThat(StorefrontFiles.scripts()).hasSizeGreaterThan(8);
        for (Path script : StorefrontFiles.scripts()) {
            String text = StorefrontFiles.read(script);
            assertThat(text.lines().count()).as(script.toString()).isLessThanOrEqualTo(LONGEST);
            assertThat(text).as(script.toString()).doesNotContain("style=\"", "onclick=", "innerHTML", "https://");
        }
        assertThat(StorefrontFiles.read(StorefrontFiles.ROOT.resolve("index.html")))
                .doesNotContain("<style", "https://", "<script>");
    }

    @Test
    void noScriptHandlesATokenOrStoresPersonalData() throws IOException {
        for (Path script : StorefrontFiles.scripts()) {
            assertThat(StorefrontFiles.read(script))
                    .as(script.toString())
                    .doesNotContain("Authorization", "customerToken", "sessionStorage", "indexedDB", "document.cookie");
        }
    }
}
