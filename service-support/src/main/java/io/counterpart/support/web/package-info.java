/** What holds for every request to either service before a controller sees it: trace, size, parameters, disconnects. */
@NullMarked
package io.counterpart.support.web;

import org.jspecify.annotations.NullMarked;
