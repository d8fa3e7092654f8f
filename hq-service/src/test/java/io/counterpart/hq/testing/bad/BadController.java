package io.counterpart.hq.testing.bad;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Violates rules, so that a test verifies that they detect it. */
@RestController
public class BadController {

    @Autowired
    JdbcClient jdbc;
}
