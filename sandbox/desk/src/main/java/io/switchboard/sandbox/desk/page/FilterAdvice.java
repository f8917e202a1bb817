package io.switchboard.sandbox.desk.page;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every address of the desk may carry a filter, and keeps it from page to page. */
@ControllerAdvice(basePackageClasses = FilterAdvice.class)
final class FilterAdvice {

    @ModelAttribute("filter")
    Filter filter(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String q) {
        return Filter.of(view, channel, q);
    }
}
