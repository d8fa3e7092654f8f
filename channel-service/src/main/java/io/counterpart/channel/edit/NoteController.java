package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.customer.CustomerNote;
import io.counterpart.channel.customer.CustomerNoteService;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.EditValidator;
import io.counterpart.contract.operation.OperationBody;

/** The notes on a customer, which are read with its timeline. */
@RestController
@RequestMapping("/api/v1/customers/{id}/notes")
class NoteController {

    private final CustomerEditService editing;
    private final CustomerNoteService notes;
    private final IdentifierGenerator identifiers;

    NoteController(CustomerEditService editing, CustomerNoteService notes, IdentifierGenerator identifiers) {
        this.editing = editing;
        this.notes = notes;
        this.identifiers = identifiers;
    }

    @PostMapping
    ResponseEntity<CustomerNote> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody NoteEntry entry,
            HttpServletRequest request) {
        // An earlier attempt of the same request may have stored the note although its response was lost.
        UUID noteId = RequestIdentity.of(request).map(RequestIdentity::id).orElseGet(identifiers::next);
        var note = new OperationBody.AddNote(EditValidator.note("/text", entry.text()));
        editing.addOperation(
                noteId,
                id,
                caller,
                customer -> notes.find(noteId).isPresent() ? Optional.empty() : Optional.of(note),
                operation -> {});
        return ResponseEntity.status(HttpStatus.CREATED).body(notes.find(noteId).orElseThrow());
    }

    /** A note in a request. */
    record NoteEntry(@Nullable String text) {}
}
