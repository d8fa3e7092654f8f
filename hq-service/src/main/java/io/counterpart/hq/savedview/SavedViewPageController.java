package io.counterpart.hq.savedview;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.Viewer;

/** The forms with which users choose the columns of a list and keep views of it. Each returns to its page. */
@PageController
@RequestMapping("/views")
class SavedViewPageController {

    private final SavedViewService views;
    private final FormActions actions;

    SavedViewPageController(SavedViewService views, FormActions actions) {
        this.views = views;
        this.actions = actions;
    }

    @PostMapping
    String save(
            @RequestParam ViewedList list,
            @RequestParam String query,
            @RequestParam String name,
            Authentication who,
            RedirectAttributes redirect) {
        actions.act(
                PageMessage.of("views.flash.saved"),
                Map.of("name", name),
                redirect,
                () -> views.save(list, who.getName(), name.strip(), query));
        return back(list, query, true);
    }

    @PostMapping("/columns")
    String chooseColumns(
            @RequestParam ViewedList list,
            @RequestParam String query,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(defaultValue = "false") boolean usual,
            Authentication who) {
        views.chooseColumns(list, who.getName(), usual || column == null ? List.of() : column);
        return back(list, query, false);
    }

    @PostMapping("/{id}/default")
    String makeDefault(
            @PathVariable UUID id,
            @RequestParam ViewedList list,
            @RequestParam String query,
            @RequestParam boolean wanted,
            Authentication who,
            RedirectAttributes redirect) {
        var done = PageMessage.of(wanted ? "views.flash.default" : "views.flash.noDefault");
        actions.act(done, Map.of(), redirect, () -> views.makeDefault(id, who.getName(), wanted));
        return back(list, query, true);
    }

    @PostMapping("/{id}/share")
    String share(
            @PathVariable UUID id,
            @RequestParam ViewedList list,
            @RequestParam String query,
            @RequestParam boolean shared,
            Authentication who,
            RedirectAttributes redirect) {
        var done = PageMessage.of(shared ? "views.flash.shared" : "views.flash.unshared");
        actions.act(done, Map.of(), redirect, () -> views.share(id, who.getName(), shared));
        return back(list, query, true);
    }

    @PostMapping("/{id}/delete")
    String delete(
            @PathVariable UUID id,
            @RequestParam ViewedList list,
            @RequestParam String query,
            Authentication who,
            RedirectAttributes redirect) {
        boolean others = Viewer.of(who).mayRepair();
        actions.act(
                PageMessage.of("views.flash.deleted"),
                Map.of(),
                redirect,
                () -> views.delete(id, who.getName(), others));
        return back(list, query, true);
    }

    // The columns in the address of a view would hide the choice.
    private static String back(ViewedList list, String query, boolean withColumns) {
        var kept = new TreeSet<>(list.kept());
        if (withColumns) {
            kept.add(ListParameters.COLUMNS);
        }
        String parameters = ListParameters.query(ListParameters.read(query, kept));
        return "redirect:" + list.path() + "?" + (parameters.isEmpty() ? "view=none" : parameters);
    }
}
