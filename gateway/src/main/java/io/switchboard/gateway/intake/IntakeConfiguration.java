package io.switchboard.gateway.intake;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the edge below Spring MVC. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    ServletRegistrationBean<HookServlet> hooks(HookServlet servlet) {
        var registration = new ServletRegistrationBean<>(servlet, "/hooks/*");
        registration.setName("hooks");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
