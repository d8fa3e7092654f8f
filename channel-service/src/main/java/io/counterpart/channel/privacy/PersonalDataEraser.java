package io.counterpart.channel.privacy;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases the operations, answers, orders and tokens of customers that HQ erased. */
@Component
public class PersonalDataEraser {

    private final ErasureRepository repository;

    PersonalDataEraser(ErasureRepository repository) {
        this.repository = repository;
    }

    /**
     * Erases in the transaction that empties the customers; a repetition changes nothing more.
     *
     * @param ids of the customers, and their aliases
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            repository.erase(ids);
        }
    }
}
