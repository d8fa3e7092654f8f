package io.counterpart.channel.localbook;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.security.Caller;

/** The local customer book of the till's store. */
@RestController
@RequestMapping("/api/v1/customers/changes")
class LocalBookController {

    private final LocalBookService book;

    LocalBookController(LocalBookService book) {
        this.book = book;
    }

    @GetMapping
    LocalBookPage changes(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "500") int limit) {
        return book.page(caller.channel(), since, limit);
    }
}
