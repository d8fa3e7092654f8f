package io.counterpart.stack;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.stack.process.ProcessState;

/**
 * The state of a process of the stack as the control endpoint shows it.
 *
 * @param pid null while it does not run
 * @param ports by their option
 */
public record ProcessView(String name, @Nullable Long pid, ProcessState state, Map<String, Integer> ports) {}
