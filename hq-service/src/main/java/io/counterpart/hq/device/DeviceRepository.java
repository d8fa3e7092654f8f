package io.counterpart.hq.device;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The repository of device tokens. */
interface DeviceRepository extends Repository<Device, String> {

    List<Device> findAllByOrderByDevice();

    Optional<Device> findById(String sha256);

    Device save(Device device);

    void delete(Device device);
}
