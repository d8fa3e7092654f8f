package io.counterpart.hq.home;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.page.PageController;

/** The home page and its part that is refreshed while it is open. */
@PageController
class HomePageController {

    private final HomePageService home;

    HomePageController(HomePageService home) {
        this.home = home;
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "true") boolean live, Model model) {
        model.addAttribute("home", home.current());
        model.addAttribute("live", live);
        return "home/home";
    }

    @GetMapping("/home/live")
    String live(Model model) {
        model.addAttribute("home", home.recent());
        model.addAttribute("live", true);
        return "home/home :: live";
    }
}
