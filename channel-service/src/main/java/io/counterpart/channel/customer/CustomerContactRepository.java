package io.counterpart.channel.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The secondary contacts of customers. */
interface CustomerContactRepository extends Repository<CustomerContact, CustomerPart.Id> {

    List<CustomerContact> saveAll(Iterable<CustomerContact> contacts);

    void deleteAll(Iterable<? extends CustomerContact> contacts);

    @Query("select c from CustomerContact c where c.id.asyncCustomerId = :asyncCustomerId order by c.id.partId")
    List<CustomerContact> of(UUID asyncCustomerId);
}
