package io.counterpart.hq.page;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The version of HQ, and where its documentation is shown; both are unknown in some installations. */
@Component
class Installation {

    private final @Nullable String version;
    private final @Nullable String documentation;

    Installation(
            ObjectProvider<BuildProperties> build, @Value("${counterpart.documentation.url:}") String documentation) {
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? null : properties.getVersion();
        this.documentation = FormValues.blankToNull(documentation);
    }

    public @Nullable String version() {
        return version;
    }

    public @Nullable String documentation() {
        return documentation;
    }
}
