package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes the sandbox's customers write. */
@Controller
@RequestMapping("/try")
final class CustomersController {

    private final ObjectProvider<Customers> customers;

    CustomersController(ObjectProvider<Customers> customers) {
        this.customers = customers;
    }

    @PostMapping("/whatsapp")
    String whatsApp(
            @RequestParam(defaultValue = "Hi! Where is my parcel?") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return after(some -> some.whatsAppMessage(text), "Written on WhatsApp.", model, request, response);
    }

    @PostMapping("/email")
    String email(
            @RequestParam(defaultValue = "Where is my parcel?") String subject,
            @RequestParam(defaultValue = "Hello, my order has not arrived yet.") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return after(some -> some.email(subject, text), "Mailed.", model, request, response);
    }

    @PostMapping("/shopify")
    String shopify(Model model, HttpServletRequest request, HttpServletResponse response) {
        return after(Customers::shopifyOrder, "Ordered. It is under Orders.", model, request, response);
    }

    private String after(
            Deed deed, String done, Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("told", told(deed, done, response));
        if (response.getStatus() == HttpServletResponse.SC_OK && !Htmx.asks(request)) {
            return "redirect:/";
        }
        return "desk/customers :: told";
    }

    private String told(Deed deed, String done, HttpServletResponse response) {
        var some = customers.getIfAvailable();
        if (some == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "There are no simulated customers here.";
        }
        try {
            deed.by(some);
            return done;
        } catch (IOException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
            return "The gateway did not accept it: " + refused.getMessage();
        }
    }

    private interface Deed {
        void by(Customers customers) throws IOException;
    }
}
