package io.counterpart.hq.savedview;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.access.UserDeletedEvent;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** Keeps views of lists on behalf of users. Views of one user alone are no administrative change; shared ones are. */
@Service
public class SavedViewService {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PARAMETERS = 2000;
    private static final int MOST = 50;

    private final SavedViewRepository repository;
    private final AuditService audit;
    private final Clock clock;

    SavedViewService(SavedViewRepository repository, AuditService audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the filters, the sort order and the columns of a page. A search is left out, as it may name a person. */
    @Transactional
    public void save(ViewedList list, String username, String name, @Nullable String query) {
        if (!list.hasViews()) {
            throw invalid("This list has no views");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw invalid("Must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (repository.count(list, username) >= MOST) {
            throw invalid("You have %d views of this list. Delete one first".formatted(MOST));
        }
        Map<String, String> parameters = ListParameters.read(query, list.stored());
        parameters.put(ListParameters.COLUMNS, String.join(",", columns(list, username, query)));
        String stored = ListParameters.query(parameters);
        if (stored.length() > LONGEST_PARAMETERS) {
            throw invalid("The filters are too long to be saved");
        }
        var view = new SavedView(UUID.randomUUID(), list, username, name, stored, false);
        if (!repository.add(view, clock.instant())) {
            throw invalid("You have a view with this name");
        }
    }

    @Transactional
    public void chooseColumns(ViewedList list, String username, List<String> columns) {
        List<String> known = list.known(columns);
        repository.chooseColumns(list, username, known.equals(list.usualColumns()) ? null : String.join(",", known));
    }

    /** Opens the list with this view, or no longer. */
    @Transactional
    public void makeDefault(UUID id, String username, boolean wanted) {
        SavedView view = find(id, username);
        repository.makeDefault(view.list(), username, wanted ? id : null);
    }

    @Transactional
    public void share(UUID id, String username, boolean shared) {
        SavedView view = find(id, username);
        if (view.shared() != shared) {
            repository.share(id, shared);
            audit.note(shared ? "share" : "unshare", subject(view), Map.of("filter", view.parameters()));
        }
    }

    /**
     * Deletes a view of the user.
     *
     * @param others whether the user may delete a shared view of another one
     */
    @Transactional
    public void delete(UUID id, String username, boolean others) {
        SavedView view = find(id, username);
        if (!view.owner().equals(username) && !others) {
            throw StandardProblem.FORBIDDEN.because(
                    "Only its owner, an operator or an administrator can delete this view.");
        }
        repository.delete(id);
        if (view.shared()) {
            audit.note("delete", subject(view), Map.of("filter", view.parameters()));
        }
    }

    @EventListener
    void forget(UserDeletedEvent deleted) {
        repository.deleteOf(deleted.username());
    }

    private SavedView find(UUID id, String username) {
        return repository
                .find(id)
                .filter(view -> view.isVisibleTo(username))
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("The view was deleted, or is not shared."));
    }

    private List<String> columns(ViewedList list, String username, @Nullable String query) {
        return ListViewModel.columns(list, repository.preference(list, username), ListParameters.all(query));
    }

    private static String subject(SavedView view) {
        return "View " + view.name();
    }

    private static Problem invalid(String message) {
        return Problem.validation("/name", "invalid", message);
    }
}
