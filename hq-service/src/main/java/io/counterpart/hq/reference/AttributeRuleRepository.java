package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of attribute definitions. */
interface AttributeRuleRepository extends AdministeredRepository<AttributeRule> {}
