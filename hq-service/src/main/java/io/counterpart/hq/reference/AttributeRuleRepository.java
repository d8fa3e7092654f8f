package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The attribute definitions. */
interface AttributeRuleRepository extends AdministeredRepository<AttributeRule> {}
