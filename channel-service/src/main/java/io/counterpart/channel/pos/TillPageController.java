package io.counterpart.channel.pos;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the page of the till application and the list of its files. */
@Controller
@Hidden
class TillPageController {

    private final String release;

    TillPageController(TillRelease release) {
        this.release = release.script();
    }

    // The addresses in the page are relative to this one.
    @GetMapping("/pos")
    String withSlash() {
        return "redirect:/pos/";
    }

    @GetMapping("/pos/")
    String page() {
        return "forward:/pos/index.html";
    }

    @GetMapping("/pos/release.js")
    ResponseEntity<String> release() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .body(release);
    }
}
