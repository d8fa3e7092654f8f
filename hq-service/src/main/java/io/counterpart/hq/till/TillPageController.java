package io.counterpart.hq.till;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.page.CsvRow;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.problem.ListResponse;

/** The page of tills, with the list of unsent customers by store for the end of the day. */
@PageController
@RequestMapping("/tills")
class TillPageController {

    private static final int PAGE = 50;
    private static final int STORES_SHOWN = 100;
    private static final int STORES_EXPORTED = 100_000;

    private final TillService tills;

    TillPageController(TillService tills) {
        this.tills = tills;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String store = FormValues.blankToNull(channel);
        ListResponse<TillView> page = tills.list(store, attention, PAGE, cursor);
        List<UnsentStore> unsent = tills.unsent(store, STORES_SHOWN + 1);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("channel", store);
        model.addAttribute("attention", attention);
        model.addAttribute("channels", tills.channels());
        model.addAttribute("unsent", unsent.subList(0, Math.min(unsent.size(), STORES_SHOWN)));
        model.addAttribute("moreUnsent", unsent.size() > STORES_SHOWN);
        return "tills/list";
    }

    @GetMapping("/unsent.csv")
    void export(@RequestParam(required = false) @Nullable String channel, HttpServletResponse response)
            throws IOException {
        List<UnsentStore> stores = tills.unsent(FormValues.blankToNull(channel), STORES_EXPORTED);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"unsent-customers.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(CsvRow.of("channel", "name", "tills", "unsent", "refused", "since", "reported"));
        for (UnsentStore store : stores) {
            out.write(CsvRow.of(
                    store.channel(),
                    store.channelName(),
                    store.tills(),
                    store.unsent(),
                    store.refused(),
                    store.since(),
                    store.heardAt()));
        }
        out.flush();
    }
}
