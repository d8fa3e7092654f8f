package io.counterpart.hq.customerexport;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.page.PageController;

/** The export of all customers from the page. A POST, so that no link of another site starts it. */
@PageController
class CustomerExportPageController {

    private final CustomerExportService service;

    CustomerExportPageController(CustomerExportService service) {
        this.service = service;
    }

    @PostMapping("/administration/customer-export")
    void export(@RequestParam(defaultValue = "CSV") FileFormat format, HttpServletResponse response)
            throws IOException {
        service.write(format, response);
    }
}
