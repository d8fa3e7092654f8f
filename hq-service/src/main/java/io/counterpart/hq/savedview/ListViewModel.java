package io.counterpart.hq.savedview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.counterpart.hq.page.PageMessage;

/** Adds the columns and the saved views of a list to the model of its page. */
@Component
public class ListViewModel {

    /** The view of a request for the list without the default view. */
    private static final String NONE = "none";

    private final SavedViewRepository views;

    ListViewModel(SavedViewRepository views) {
        this.views = views;
    }

    /** Returns the redirect to the saved view that the request leads to; null: the page itself is to be shown. */
    public @Nullable String prepare(
            ViewedList list, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        String username = Objects.requireNonNull(request.getRemoteUser());
        ListView view = show(list, views.preference(list, username), username, request.getQueryString());
        if (view.target() != null) {
            // The message of the previous action is for the page that is shown in the end.
            Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
            if (flash != null) {
                flash.forEach(redirect::addFlashAttribute);
            }
            return "redirect:" + view.target();
        }
        if (view.missing()) {
            model.addAttribute("fault", PageMessage.of("views.fault.missing"));
        }
        model.addAttribute("listView", view);
        return null;
    }

    static ListView show(ViewedList list, ListPreference preference, String username, @Nullable String query) {
        Map<String, String> parameters = ListParameters.all(query);
        String wanted = parameters.get(ListParameters.VIEW);
        Optional<SavedView> target = preference.views().stream()
                .filter(view -> isTarget(view, wanted, parameters.isEmpty(), preference))
                .findFirst();
        var kept = new TreeSet<>(list.kept());
        kept.add(ListParameters.COLUMNS);
        return new ListView(
                list,
                columns(list, preference, parameters),
                preference.views().stream()
                        .map(view -> link(view, preference, username, shown(list, query)))
                        .toList(),
                ListParameters.query(ListParameters.read(query, kept)),
                target.map(SavedView::address).orElse(null),
                wanted != null && !wanted.equals(NONE) && target.isEmpty());
    }

    private static boolean isTarget(
            SavedView view, @Nullable String wanted, boolean noParameters, ListPreference preference) {
        return wanted == null
                ? noParameters && view.id().equals(preference.defaultView())
                : view.id().toString().equals(wanted);
    }

    /** Those in the address of a saved view, or those that the user has chosen, or the usual ones. */
    static List<String> columns(ViewedList list, ListPreference preference, Map<String, String> parameters) {
        String asked = parameters.get(ListParameters.COLUMNS);
        String columns = asked == null ? preference.columns() : asked;
        return columns == null ? list.usualColumns() : list.known(List.of(columns.split(",", -1)));
    }

    private static ListView.ViewLink link(
            SavedView view, ListPreference preference, String username, Map<String, String> shown) {
        return new ListView.ViewLink(
                view.id(),
                view.name(),
                view.owner(),
                view.list().path() + "?view=" + view.id(),
                shown(view.list(), view.parameters()).equals(shown),
                view.owner().equals(username),
                view.shared(),
                view.id().equals(preference.defaultView()));
    }

    private static Map<String, String> shown(ViewedList list, @Nullable String query) {
        Set<String> names = new TreeSet<>(list.stored());
        names.add(ListParameters.COLUMNS);
        return new TreeMap<>(ListParameters.read(query, names));
    }
}
