package io.counterpart.hq.page;

import org.springframework.security.core.Authentication;

import io.counterpart.hq.security.Role;

/** The signed-in user of a page. */
public record Viewer(String name, Role role) {

    public static Viewer of(Authentication authentication) {
        Role highest = Role.VIEWER;
        for (Role role : Role.values()) {
            if (authentication.getAuthorities().stream().anyMatch(it -> ("ROLE_" + role).equals(it.getAuthority()))) {
                highest = role;
            }
        }
        return new Viewer(authentication.getName(), highest);
    }

    public boolean mayRepair() {
        return role != Role.VIEWER;
    }

    public boolean mayAdminister() {
        return role == Role.ADMIN;
    }
}
