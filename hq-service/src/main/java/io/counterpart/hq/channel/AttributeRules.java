package io.counterpart.hq.channel;

/** The attribute definitions. */
interface AttributeRules extends Administered<AttributeRule> {}
