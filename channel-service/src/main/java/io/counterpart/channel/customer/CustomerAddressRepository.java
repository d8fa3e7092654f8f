package io.counterpart.channel.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The addresses of customers. */
interface CustomerAddressRepository extends Repository<CustomerAddress, CustomerPart.Id> {

    List<CustomerAddress> saveAll(Iterable<CustomerAddress> addresses);

    void deleteAll(Iterable<? extends CustomerAddress> addresses);

    @Query("select a from CustomerAddress a where a.id.asyncCustomerId = :asyncCustomerId order by a.id.partId")
    List<CustomerAddress> of(UUID asyncCustomerId);
}
