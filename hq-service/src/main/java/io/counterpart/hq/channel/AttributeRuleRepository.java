package io.counterpart.hq.channel;

/** The attribute definitions. */
interface AttributeRuleRepository extends AdministeredRepository<AttributeRule> {}
