package io.counterpart.hq.reference;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.problem.Problem;

/** Pages of customer groups, affiliations and attribute definitions. */
@PageController
@RequestMapping("/administration")
class ReferencePageController {

    private final ReferenceReadRepository configuration;
    private final ReferenceDataService service;
    private final FormActions acts;
    private final MessageJson json;

    ReferencePageController(
            ReferenceReadRepository configuration, ReferenceDataService service, FormActions acts, MessageJson json) {
        this.configuration = configuration;
        this.service = service;
        this.acts = acts;
        this.json = json;
    }

    @GetMapping("/customer-groups")
    String customerGroups(Model model) {
        var dimensions = new LinkedHashMap<String, String>();
        var groups = configuration.customerGroups();
        for (var group : groups) {
            var message = new StringBuilder();
            json.tree(String.valueOf(group.detail()))
                    .properties()
                    .forEach(it -> message.append(message.isEmpty() ? "" : ", ")
                            .append(it.getKey())
                            .append('=')
                            .append(it.getValue().asString()));
            dimensions.put(group.name(), message.toString());
        }
        model.addAttribute("rows", groups);
        model.addAttribute("dimensions", dimensions);
        return "administration/customer-groups";
    }

    @PostMapping("/customer-groups")
    String customerGroup(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String name = form.getOrDefault("name", "").strip();
        acts.act(
                PageMessage.of("customerGroups.flash.saved"),
                form,
                redirect,
                () -> service.saveCustomerGroup(
                        name,
                        form.getOrDefault("description", ""),
                        dimensions(form.getOrDefault("dimensions", "")),
                        () -> FormValues.version(form)));
        return "redirect:/administration/customer-groups";
    }

    private static Map<String, String> dimensions(String text) {
        var dimensions = new LinkedHashMap<String, String>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                dimensions.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                throw invalid("/dimensions", "Enter dimensions as name=value, separated by commas");
            }
        }
        return dimensions;
    }

    @GetMapping("/affiliations")
    String affiliations(Model model) {
        model.addAttribute("rows", configuration.affiliations());
        return "administration/affiliations";
    }

    @PostMapping("/affiliations")
    String affiliation(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String name = form.getOrDefault("name", "").strip();
        acts.act(
                PageMessage.of("affiliations.flash.saved"),
                form,
                redirect,
                () -> service.saveAffiliation(
                        name, form.getOrDefault("description", ""), () -> FormValues.version(form)));
        return "redirect:/administration/affiliations";
    }

    @GetMapping("/attributes")
    String attributes(Model model) {
        var definitions = new LinkedHashMap<String, AttributeDefinition>();
        var rows = configuration.attributes();
        rows.forEach(
                row -> definitions.put(row.name(), json.read(String.valueOf(row.detail()), AttributeDefinition.class)));
        model.addAttribute("rows", rows);
        model.addAttribute("definitions", definitions);
        model.addAttribute("types", AttributeDefinition.Type.values());
        return "administration/attributes";
    }

    @PostMapping("/attributes")
    String attribute(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String name = form.getOrDefault("name", "").strip();
        acts.act(
                PageMessage.of("attributes.flash.saved"),
                form,
                redirect,
                () -> service.saveAttribute(
                        new AttributeDefinition(
                                name,
                                FormValues.choice(form, "type", AttributeDefinition.Type.TEXT),
                                FormValues.list(form, "allowedValues"),
                                number(form, "minimum"),
                                number(form, "maximum"),
                                form.getOrDefault("unit", "").isBlank() ? null : form.get("unit"),
                                form.containsKey("mandatory")),
                        () -> FormValues.version(form)));
        return "redirect:/administration/attributes";
    }

    private static @Nullable BigDecimal number(Map<String, String> form, String name) {
        String text = form.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw invalid("/" + name, "Must be a number");
        }
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.validation(pointer, "invalid", message);
    }
}
