package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.core.TopicReader;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
    PageModel deskPageModel(ThreadMemory memory, TopicReader reader, Times times) {
        var rows = new ThreadRows(times);
        return new PageModel(
                memory, new ThreadLists(memory, reader::progress, rows), new Conversations(memory, rows, times));
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
