package io.counterpart.hq.privacy;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** Pages to export and to erase the personal data of a customer. */
@PageController
@RequestMapping("/customers/{id}")
class ErasurePageController {

    private final ErasureService erasures;
    private final PersonalDataService data;
    private final MessageJson json;

    ErasurePageController(ErasureService erasures, PersonalDataService data, MessageJson json) {
        this.erasures = erasures;
        this.data = data;
        this.json = json;
    }

    @GetMapping("/erasure")
    String preview(@PathVariable String id, Model model) {
        model.addAttribute("erasure", erasures.preview(id));
        model.addAttribute("reasons", ErasureReason.values());
        return "customers/erasure";
    }

    @PostMapping("/erasure")
    String erase(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable ErasureReason reason,
            @RequestParam(required = false) @Nullable String reference,
            RedirectAttributes redirect) {
        String stated = reference == null || reference.isBlank() ? null : reference.strip();
        Erasure done = erasures.erase(id, reason, stated, version);
        redirect.addFlashAttribute(
                "done", PageMessage.of("erasure.flash.erased", String.valueOf(done.accountNumber())));
        return "redirect:/customers/" + done.accountNumber() + "/erasure";
    }

    @GetMapping("/personal-data.json")
    ResponseEntity<byte[]> export(@PathVariable String id) {
        PersonalData exported = data.export(id);
        String name = "customer-%s.json".formatted(exported.customer().asyncCustomerId());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.write(exported).getBytes(StandardCharsets.UTF_8));
    }
}
