/** Processing of every request to either service before a controller: trace, size, parameters, disconnects. */
@NullMarked
package io.counterpart.support.web;

import org.jspecify.annotations.NullMarked;
