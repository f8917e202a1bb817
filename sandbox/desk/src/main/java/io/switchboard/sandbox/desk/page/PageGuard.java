package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps hostile content from doing anything on the page, and hostile pages from doing anything to the desk: a content security
 * policy without exceptions, and no change on behalf of another site.
 */
final class PageGuard implements HandlerInterceptor {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (changes(request) && isFromAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "another site asked for it");
            return false;
        }
        return true;
    }

    private static boolean changes(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod());
    }

    /** Browsers name the origin of every POST; who names none is no browser. */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !authority(origin).equals(request.getHeader(HttpHeaders.HOST));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
