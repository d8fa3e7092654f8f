package io.counterpart.hq.search;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One match.
 *
 * @param detail what distinguishes it from others with the same title
 */
record SearchHit(String path, String title, String detail) {

    static SearchHit of(String path, String title, @Nullable String... details) {
        return new SearchHit(
                path,
                title,
                Stream.of(details)
                        .filter(Objects::nonNull)
                        .filter(it -> !it.isBlank())
                        .collect(Collectors.joining(" · ")));
    }

    /** The path of an object in a list. */
    static String path(String list, String id) {
        return UriComponentsBuilder.fromPath(list)
                .pathSegment(id)
                .build()
                .encode()
                .toUriString();
    }
}
