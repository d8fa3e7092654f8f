package io.counterpart.hq.channel;

import java.util.Map;
import java.util.TreeSet;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.topics.WireJson;

/** Pages of functionality profiles, channels, channel databases and their groups. */
@PageController
@RequestMapping("/administration")
class ChannelPageController {

    private final ChannelReadRepository configuration;
    private final ChannelService service;
    private final FormActions acts;
    private final WireJson json;

    ChannelPageController(
            ChannelReadRepository configuration, ChannelService service, FormActions acts, WireJson json) {
        this.configuration = configuration;
        this.service = service;
        this.acts = acts;
        this.json = json;
    }

    @GetMapping("/profiles")
    String profiles(Model model) {
        model.addAttribute("profiles", configuration.profiles());
        return "administration/profiles";
    }

    @PostMapping("/profiles")
    String profile(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        var wanted = new FunctionalityProfile(
                form.getOrDefault("id", "").strip(),
                form.getOrDefault("name", "").strip(),
                form.containsKey("asyncCustomers"),
                form.containsKey("asyncOrders"));
        acts.act(
                PageMessage.of("profiles.flash.saved"),
                form,
                redirect,
                () -> service.saveProfile(wanted, () -> FormValues.version(form)));
        return "redirect:/administration/profiles";
    }

    @GetMapping("/channels")
    String channels(Model model) {
        model.addAttribute("channels", configuration.channels());
        return "administration/channels";
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
    String databases(Model model) {
        model.addAttribute("groups", configuration.groups());
        model.addAttribute("databases", configuration.databases());
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
