package io.counterpart.hq.configuration;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A repository of objects that administrators edit. */
@NoRepositoryBean
public interface AdministeredRepository<E extends Versioned> extends Repository<E, String> {

    List<E> findAll();

    Optional<E> findById(String id);

    E save(E edited);
}
