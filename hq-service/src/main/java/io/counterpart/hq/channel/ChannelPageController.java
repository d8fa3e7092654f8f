package io.counterpart.hq.channel;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TillSection;
import io.counterpart.hq.channel.ChannelReadRepository.DatabaseRow;
import io.counterpart.hq.channel.ChannelReadRepository.GroupRow;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;
import io.counterpart.hq.problem.HqProblem;

/** Pages of functionality profiles, channels, channel databases and their groups. */
@PageController
@RequestMapping("/administration")
class ChannelPageController {

    private final ChannelReadRepository configuration;
    private final ChannelService service;
    private final FormActions acts;
    private final MessageJson json;

    ChannelPageController(
            ChannelReadRepository configuration, ChannelService service, FormActions acts, MessageJson json) {
        this.configuration = configuration;
        this.service = service;
        this.acts = acts;
        this.json = json;
    }

    @GetMapping("/profiles")
    String profiles(Model model) {
        model.addAttribute("profiles", configuration.profiles());
        model.addAttribute("orderModes", OrderMode.values());
        model.addAttribute("tillSections", TillSection.values());
        model.addAttribute("mandatoryFields", MandatoryField.values());
        return "administration/profiles";
    }

    @PostMapping("/profiles")
    String profile(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("profiles.flash.saved"),
                form,
                redirect,
                () -> service.saveProfile(toProfile(form), () -> FormValues.version(form)));
        return "redirect:/administration/profiles";
    }

    private static FunctionalityProfile toProfile(Map<String, String> form) {
        return FunctionalityProfile.of(
                form.getOrDefault("id", "").strip(),
                form.getOrDefault("name", "").strip(),
                form.containsKey("asyncCustomers"),
                FormValues.choice(form, "orderMode", OrderMode.SYNC),
                form.containsKey("primaryAddress"),
                sections(form),
                Stream.of(MandatoryField.values())
                        .filter(field -> form.containsKey("mandatory-" + field))
                        .toList());
    }

    // A form without these fields, as that of a new profile, leaves the till as it is.
    private static List<TillSection> sections(Map<String, String> form) {
        return Stream.of(TillSection.values())
                .filter(section -> !form.containsKey("sections") || form.containsKey("section-" + section))
                .toList();
    }

    @GetMapping("/channels")
    String channels(@RequestParam(required = false) @Nullable String search, HttpSession session, Model model) {
        model.addAttribute("channels", configuration.channelsWith(searched(search, session, model)));
        return "administration/channels";
    }

    // The text of a search on another page, which may be the name of a person, and is not part of a URL.
    private static String searched(@Nullable String search, HttpSession session, Model model) {
        String text = search == null ? null : SessionSearches.text(session, search);
        if (search != null && text == null) {
            model.addAttribute("fault", PageMessage.of("common.fault.searchExpired"));
        }
        model.addAttribute("searched", text);
        return text == null ? "" : text;
    }

    @GetMapping("/channels/{channel}")
    String channel(@PathVariable String channel, Model model) {
        var row = configuration.channel(channel).stream()
                .findFirst()
                .orElseThrow(() -> HqProblem.CHANNEL_NOT_FOUND.problem());
        model.addAttribute("title", row.name());
        model.addAttribute("channel", row);
        model.addAttribute("unit", json.read(row.operatingUnit(), OperatingUnit.class));
        return form(model);
    }

    @GetMapping("/new-channel")
    String newChannel(Model model) {
        model.addAttribute("title", PageMessage.of("channelForm.newChannel"));
        return form(model);
    }

    private String form(Model model) {
        model.addAttribute("profiles", configuration.profiles());
        model.addAttribute("databases", configuration.databases());
        model.addAttribute("types", ChannelType.values());
        model.addAttribute("accesses", StorefrontAccess.values());
        return "administration/channel";
    }

    @PostMapping("/channels")
    String save(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String id = form.getOrDefault("channel", "").strip();
        boolean isNew = FormValues.version(form) == FormValues.NEW;
        boolean done = acts.act(
                PageMessage.of("channelForm.flash.saved"),
                form,
                redirect,
                () -> service.saveChannel(id, toView(id, form), () -> FormValues.version(form)));
        return done || !isNew ? "redirect:/administration/channels/" + id : "redirect:/administration/new-channel";
    }

    private static ChannelView toView(String id, Map<String, String> form) {
        var unit = new OperatingUnit(
                form.getOrDefault("unitName", ""),
                FormValues.text(form, "street"),
                FormValues.text(form, "city"),
                FormValues.text(form, "state"),
                FormValues.text(form, "zipCode"),
                form.getOrDefault("country", ""),
                form.getOrDefault("currencyCode", ""),
                form.getOrDefault("language", ""));
        return new ChannelView(
                id,
                form.getOrDefault("name", ""),
                FormValues.choice(form, "type", ChannelType.STORE),
                form.getOrDefault("channelDatabase", ""),
                form.getOrDefault("functionalityProfile", ""),
                FormValues.text(form, "defaultCustomer"),
                unit,
                FormValues.optionalChoice(form, "storefrontAccess", StorefrontAccess.class));
    }

    @GetMapping("/channel-databases")
    String databases(@RequestParam(required = false) @Nullable String search, HttpSession session, Model model) {
        String text = searched(search, session, model);
        List<DatabaseRow> databases = configuration.databasesWith(text);
        List<GroupRow> groups = configuration.groups().stream()
                .filter(group -> text.isEmpty()
                        || databases.stream()
                                .anyMatch(it -> it.channelDatabaseGroup().equals(group.name())))
                .toList();
        model.addAttribute("groups", groups);
        model.addAttribute("databases", databases);
        return "administration/channel-databases";
    }

    @PostMapping("/channel-databases")
    String group(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String name = form.getOrDefault("name", "").strip();
        var databases = new TreeSet<>(FormValues.list(form, "databases"));
        acts.act(
                PageMessage.of("channelDatabases.flash.saved"),
                form,
                redirect,
                () -> service.saveGroup(name, form.containsKey("filter"), databases, () -> FormValues.version(form)));
        return "redirect:/administration/channel-databases";
    }
}
