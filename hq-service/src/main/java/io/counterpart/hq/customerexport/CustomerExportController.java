package io.counterpart.hq.customerexport;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.customerfile.FileFormat;

/** REST resource of the export of all customers, as a stream. */
@RestController
class CustomerExportController {

    private final CustomerExportService service;

    CustomerExportController(CustomerExportService service) {
        this.service = service;
    }

    @GetMapping("/api/v1/customer-export")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void export(@RequestParam(defaultValue = "CSV") FileFormat format, HttpServletResponse response)
            throws IOException {
        service.write(format, response);
    }
}
