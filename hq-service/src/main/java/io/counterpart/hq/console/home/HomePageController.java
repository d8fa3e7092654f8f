package io.counterpart.hq.console.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page and the part of it that is renewed while somebody looks. */
@Controller
class HomePageController {

    private final HomePageService home;

    HomePageController(HomePageService home) {
        this.home = home;
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "true") boolean live, Model model) {
        model.addAttribute("home", home.view());
        model.addAttribute("live", live);
        return "home/home";
    }

    @GetMapping("/home/live")
    String live(Model model) {
        model.addAttribute("home", home.view());
        model.addAttribute("live", true);
        return "home/home :: live";
    }
}
