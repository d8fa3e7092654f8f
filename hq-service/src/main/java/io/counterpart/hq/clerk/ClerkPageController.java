package io.counterpart.hq.clerk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.web.StrictUuid;

/** The pages of clerks. */
@PageController
@RequestMapping("/administration/clerks")
class ClerkPageController {

    private static final int PAGE = 50;
    private static final String LIST = "redirect:/administration/clerks";

    private final ClerkService clerks;
    private final FormActions acts;

    ClerkPageController(ClerkService clerks, FormActions acts) {
        this.clerks = clerks;
        this.acts = acts;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String store = FormValues.blankToNull(channel);
        ListResponse<ClerkView> page = clerks.list(store, PAGE, cursor);
        model.addAttribute("clerks", page.items());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("channel", store);
        model.addAttribute("channels", clerks.channels());
        return "administration/clerks";
    }

    // The form states the ID, so that sending it twice creates one clerk.
    @GetMapping("/new")
    String create(Model model) {
        model.addAttribute("title", PageMessage.of("clerkForm.newClerk"));
        model.addAttribute("id", UUID.randomUUID().toString());
        model.addAttribute("channels", clerks.channels());
        return "administration/clerk";
    }

    @GetMapping("/{id}")
    String clerk(@PathVariable String id, Model model) {
        Clerk found = clerks.find(id);
        ClerkView view = found.view();
        model.addAttribute("title", PageMessage.literal(view.name()));
        model.addAttribute("id", view.id());
        model.addAttribute("clerk", view);
        model.addAttribute("version", found.version());
        model.addAttribute("channels", clerks.channels());
        return "administration/clerk";
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> form,
            @RequestParam(name = "channels", required = false) @Nullable List<String> channels,
            RedirectAttributes redirect) {
        String id = form.getOrDefault("id", "");
        boolean isNew = FormValues.version(form) == FormValues.NEW;
        List<String> stores = Objects.requireNonNullElse(channels, List.of());
        boolean active = isNew || form.containsKey("active");
        var wanted = new ClerkRequest(form.get("name"), stores, active, FormValues.text(form, "pin"));
        boolean done = acts.act(
                PageMessage.of("clerkForm.flash.saved"),
                withoutPin(form),
                redirect,
                () -> clerks.save(id, wanted, () -> FormValues.version(form)));
        if (done) {
            return LIST;
        }
        redirect.addFlashAttribute("typedChannels", stores);
        if (isNew) {
            return LIST + "/new";
        }
        return StrictUuid.parse(id).map(known -> LIST + "/" + known).orElse(LIST);
    }

    @PostMapping("/{id}/pin")
    String resetPin(@PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("clerkForm.flash.pinReset"),
                Map.of(),
                redirect,
                () -> clerks.resetPin(id.toString(), FormValues.text(form, "pin"), () -> FormValues.version(form)));
        return LIST + "/" + id;
    }

    private static Map<String, String> withoutPin(Map<String, String> form) {
        var kept = new HashMap<>(form);
        kept.remove("pin");
        return kept;
    }
}
