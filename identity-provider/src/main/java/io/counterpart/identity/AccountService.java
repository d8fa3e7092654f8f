package io.counterpart.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Registers accounts and confirms their emails; no response reveals whether an email has an account. */
@Service
class AccountService implements UserDetailsService {

    private final AccountRepository accounts;
    private final MailOutbox outbox;
    private final PasswordEncoder passwords;

    AccountService(AccountRepository accounts, MailOutbox outbox, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.passwords = passwords;
    }

    /**
     * Registers an account that is not confirmed. It replaces one that was never confirmed, so that nobody can reserve
     * the email of another person.
     */
    void register(String email, String firstName, String lastName, String password) {
        // Hashed in every case, so that the response time reveals nothing either.
        String hash = passwords.encode(password);
        if (hash == null
                || accounts.findByEmail(email).filter(Account::emailConfirmed).isPresent()) {
            outbox.add(new Mail(
                    email,
                    "You already have an account",
                    "Someone, probably you, tried to register with this email. Sign in with your password.",
                    null));
            return;
        }
        String id = UUID.randomUUID().toString();
        String code = UUID.randomUUID().toString();
        accounts.save(new Account(id, email.strip(), firstName.strip(), lastName.strip(), hash, false, code));
        outbox.add(
                new Mail(email, "Confirm your email", "Open the link to confirm your email.", "/confirm?code=" + code));
    }

    /** Returns whether the code was that of the account: a mail alone must not confirm the account of a stranger. */
    boolean confirm(String id, String code) {
        Optional<Account> own = accounts.findById(id).filter(account -> isSame(account.confirmationCode(), code));
        own.map(Account::confirmed).ifPresent(accounts::save);
        return own.isPresent();
    }

    Optional<Account> find(String id) {
        return accounts.findById(id);
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        Account account = accounts.findByEmail(email).orElseThrow(() -> new UsernameNotFoundException("Unknown"));
        return User.withUsername(account.id())
                .password(account.passwordHash())
                .authorities("ROLE_USER")
                .build();
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
