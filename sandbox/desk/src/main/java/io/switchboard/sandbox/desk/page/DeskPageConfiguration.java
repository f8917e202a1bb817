package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.core.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page's parts. */
@Configuration(proxyBeanMethods = false)
@Import({
    FilterAdvice.class,
    PageController.class,
    FragmentController.class,
    ReplyController.class,
    TicketController.class,
    CustomersController.class,
    LiveController.class
})
public class DeskPageConfiguration {

    @Bean
    LiveUpdates liveUpdates() {
        return new LiveUpdates();
    }

    /** In the time zone of the machine: on a laptop that is where its reader is. */
    @Bean
    Times deskTimes(Clock clock) {
        return new Times(clock, ZoneId.systemDefault());
    }

    @Bean
    PageModel deskPageModel(ThreadMemory memory, TopicReader reader, Times times, ObjectProvider<Customers> customers) {
        var summaries = new ThreadSummaries(new ThreadRows(times));
        var lists = new ThreadLists(memory, reader::progress, summaries, times);
        return new PageModel(memory, lists, new Conversations(memory, summaries, times), customers);
    }

    /** Browsers send forms in the page's encoding and do not say so. */
    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> deskFormEncoding() {
        var registration = new FilterRegistrationBean<>(new CharacterEncodingFilter(StandardCharsets.UTF_8.name()));
        registration.addUrlPatterns("/threads/*", "/try/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer deskPageGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageGuard()).addPathPatterns("/", "/threads/**", "/desk/**", "/try/**");
            }
        };
    }
}
