/** May depend on no module. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.counterpart.bad.modules.one;
