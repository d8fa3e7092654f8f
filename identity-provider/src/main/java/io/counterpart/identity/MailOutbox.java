package io.counterpart.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.stereotype.Component;

/** Shows mails instead of sending them, newest first. */
@Component
class MailOutbox {

    private static final int KEPT = 50;

    private final Deque<Mail> mails = new ArrayDeque<>();

    synchronized void add(Mail mail) {
        mails.addFirst(mail);
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }
}
