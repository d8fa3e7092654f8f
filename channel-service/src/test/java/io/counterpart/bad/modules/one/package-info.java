/** May use nothing. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.counterpart.bad.modules.one;
