package io.counterpart.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The accounts by email, kept in a file. */
@Repository
class AccountRepository {

    private final Map<String, Account> byEmail = new LinkedHashMap<>();
    private final JsonMapper json;
    private final @Nullable Path file;

    AccountRepository(IdentityProperties properties, JsonMapper json) {
        this.json = json;
        this.file = properties.accounts();
        if (file != null && Files.exists(file)) {
            for (Account account : json.readValue(file.toFile(), Account[].class)) {
                byEmail.put(key(account.email()), account);
            }
        }
    }

    synchronized Optional<Account> findByEmail(String email) {
        return Optional.ofNullable(byEmail.get(key(email)));
    }

    synchronized Optional<Account> findById(String id) {
        return byEmail.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    /** Replaces an account with the same email. */
    synchronized void save(Account account) {
        byEmail.put(key(account.email()), account);
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, json.writeValueAsBytes(List.copyOf(byEmail.values())));
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts cannot be stored", e);
        }
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
