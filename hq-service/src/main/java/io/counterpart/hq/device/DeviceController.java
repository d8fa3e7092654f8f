package io.counterpart.hq.device;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ListResponse;

/** REST resource of devices and their tokens. */
@RestController
@RequestMapping("/api/v1/devices")
class DeviceController {

    private final DeviceService service;

    DeviceController(DeviceService service) {
        this.service = service;
    }

    @GetMapping
    ListResponse<DeviceView> all() {
        return ListResponse.of(service.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeviceView register(@RequestBody DeviceRequest wanted) {
        return service.register(wanted);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        service.revoke(id);
    }
}
