package io.counterpart.hq.language;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Pages are in the language that the user has chosen, or else that the browser prefers; everything else is in English. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PageLocaleResolver extends CookieLocaleResolver {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    PageLocaleResolver(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
        super(secure ? "__Host-counterpart-language" : "counterpart-language");
        setCookiePath("/");
        setCookieMaxAge(REMEMBERED);
        setCookieSecure(secure);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        // A forged cookie is no error of HQ.
        setRejectInvalidCookies(false);
        var preferred = new AcceptHeaderLocaleResolver();
        preferred.setSupportedLocales(PageLanguage.locales());
        preferred.setDefaultLocale(Locale.ENGLISH);
        setDefaultLocaleFunction(preferred::resolveLocale);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return ProgramPaths.contain(request) ? Locale.ENGLISH : super.resolveLocale(request);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleLocaleContext(resolveLocale(request));
    }

    /** Null for a language that HQ does not have. */
    @Override
    protected @Nullable Locale parseLocaleValue(String tag) {
        return PageLanguage.of(tag).map(PageLanguage::locale).orElse(null);
    }
}
