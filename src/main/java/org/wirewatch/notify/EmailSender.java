package org.wirewatch.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import org.wirewatch.model.Notification;

/**
 * Mails over SMTP (RFC 5321). A 4xx answer is tried again, a 5xx is for good. Threads by RFC 5322
 * ids, says of itself that it is automatic (RFC 3834) and which list it is (RFC 2919).
 */
final class EmailSender implements Sender {
  /** What the server said stands in the exception's message, its reply code first. */
  private static final Pattern REPLY =
      Pattern.compile("\\s*(?<code>[45][0-9]{2})[ -].*", Pattern.DOTALL);

  private final String receiver;
  private final Channel.Email channel;
  private final MailMessage message;
  private final InternetAddress from;
  private final Mailer mailer;

  /**
   * @throws IllegalArgumentException if an address cannot be one
   */
  EmailSender(
      ReceiverConfig receiver,
      Channel.Email channel,
      @Nullable SignedLinks links,
      Duration timeout) {
    this.receiver = receiver.name();
    this.channel = channel;
    this.from = address(channel.from());
    channel.to().forEach(EmailSender::address);
    this.message = message(receiver, from, links);
    this.mailer = mailer(channel.smtp(), timeout);
  }

  /** How the receiver's mails look. */
  static MailMessage message(
      ReceiverConfig receiver, Channel.Email channel, @Nullable SignedLinks links) {
    return message(receiver, address(channel.from()), links);
  }

  private static MailMessage message(
      ReceiverConfig receiver, InternetAddress from, @Nullable SignedLinks links) {
    String mailbox = from.getAddress();
    String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1);
    return new MailMessage(receiver.timeZone(), domain, receiver.templates(), links);
  }

  private static Mailer mailer(Channel.Smtp smtp, Duration timeout) {
    Secret password = smtp.password();
    Path authorities = smtp.authorities();
    var builder =
        MailerBuilder.withTransportStrategy(strategy(smtp.security()))
            .withSMTPServer(
                smtp.host(), smtp.port(), smtp.user(), password == null ? null : password.reveal())
            .withSessionTimeout((int) timeout.toMillis())
            .verifyingServerIdentity(true)
            .trustingAllHosts(false) // the library's default is to trust any certificate
            .clearEmailValidator() // it knows no user@localhost; ours are checked when constructed
            .withProperty("mail.smtp.sendpartial", "true")
            .withProperty("mail.smtps.sendpartial", "true")
            .withProperty(
                "mail.smtp.starttls.enable",
                String.valueOf(smtp.security() == Channel.Security.STARTTLS));
    Mailer mailer = builder.buildMailer();
    if (authorities != null) {
      SSLSocketFactory trusting = Certificates.trusting(authorities);
      for (String protocol : List.of("smtp", "smtps")) {
        mailer
            .getSession()
            .getProperties()
            .put("mail." + protocol + ".ssl.socketFactory", trusting);
      }
    }
    return mailer;
  }

  private static TransportStrategy strategy(Channel.Security security) {
    return switch (security) {
      case STARTTLS -> TransportStrategy.SMTP_TLS;
      case TLS -> TransportStrategy.SMTPS;
      case NONE -> TransportStrategy.SMTP;
    };
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (!address.getAddress().contains("@")) {
        throw new AddressException("it has no @");
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "'" + Clean.line(text) + "' is no mail address: " + e.getMessage(), e);
    }
  }

  @Override
  public Outcome send(Notification notification) {
    try {
      mailer.sendMail(compose(notification), false).join();
      return Outcome.Sent.of("accepted by " + channel.smtp().host());
    } catch (MailException | CompletionException e) {
      return judge(e);
    }
  }

  private Email compose(Notification notification) {
    String thread = message.threadId(notification);
    EmailPopulatingBuilder mail =
        EmailBuilder.startingBlank()
            .from(from)
            .toMultiple(channel.to())
            .withSubject(message.subject(notification))
            .withPlainText(message.text(notification))
            .withHTMLText(message.html(notification))
            .fixingMessageId(message.messageId(notification))
            .fixingSentDate(Date.from(notification.created()))
            .withHeader("In-Reply-To", thread)
            .withHeader("References", thread)
            .withHeader("Auto-Submitted", "auto-generated")
            .withHeader("X-Auto-Response-Suppress", "All")
            .withHeader("List-Id", listId());
    return mail.buildEmail();
  }

  private String listId() {
    String label = receiver.replaceAll("[^A-Za-z0-9-]", "-");
    return "<" + label + ".wirewatch." + message.domain() + ">";
  }

  @Override
  public Outcome check() {
    try {
      mailer.testConnection();
      return Outcome.Sent.of(channel.smtp().host() + " answers");
    } catch (MailException | CompletionException e) {
      return judge(e);
    }
  }

  private Outcome judge(RuntimeException thrown) {
    List<Throwable> causes = causes(thrown);
    String partly = sentTo(causes);
    String detail = detail(causes);
    if (!partly.isEmpty()) {
      return Outcome.Sent.of("accepted for " + partly + " only: " + detail);
    }
    int code = causes.stream().mapToInt(EmailSender::code).filter(c -> c > 0).findFirst().orElse(0);
    boolean signIn = causes.stream().anyMatch(AuthenticationFailedException.class::isInstance);
    if (signIn) {
      return code >= 400 && code < 500
          ? Outcome.Retry.of(Outcome.Reason.UNAUTHORIZED, detail)
          : new Outcome.Refused(Outcome.Reason.UNAUTHORIZED, detail);
    }
    if (code >= 500) {
      boolean recipient = causes.stream().anyMatch(EmailSender::isAboutRecipients);
      return new Outcome.Refused(
          recipient ? Outcome.Reason.UNKNOWN_RECIPIENT : Outcome.Reason.REFUSED, detail);
    }
    return Outcome.Retry.of(
        code >= 400 ? Outcome.Reason.SERVER_ERROR : Outcome.Reason.UNREACHABLE, detail);
  }

  /** The chain of causes; mail's own chain of exceptions is walked as well. */
  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    Throwable next = thrown;
    while (next != null && !causes.contains(next)) {
      causes.add(next);
      Exception chained = next instanceof MessagingException mail ? mail.getNextException() : null;
      next = chained != null ? chained : next.getCause();
    }
    return causes;
  }

  private static int code(Throwable cause) {
    String message = cause.getMessage();
    if (!(cause instanceof MessagingException) || message == null) {
      return 0;
    }
    Matcher reply = REPLY.matcher(message);
    return reply.matches() ? Integer.parseInt(reply.group("code")) : 0;
  }

  private static String sentTo(List<Throwable> causes) {
    for (Throwable cause : causes) {
      if (cause instanceof SendFailedException failed) {
        Address[] sent = failed.getValidSentAddresses();
        if (sent != null && sent.length > 0) {
          return Arrays.stream(sent).map(Address::toString).collect(Collectors.joining(", "));
        }
      }
    }
    return "";
  }

  private static boolean isAboutRecipients(Throwable cause) {
    return cause instanceof SendFailedException failed
        && failed.getInvalidAddresses() != null
        && failed.getInvalidAddresses().length > 0;
  }

  private String detail(List<Throwable> causes) {
    Throwable first = causes.getLast();
    String said =
        first instanceof UnknownHostException
            ? "there is no such host"
            : String.valueOf(first.getMessage());
    Channel.Smtp smtp = channel.smtp();
    Secret password = smtp.password();
    String redacted = password == null ? said : password.redact(said);
    return smtp.host() + ":" + smtp.port() + ": " + Clean.cut(Clean.line(redacted), 200);
  }

  @Override
  public void close() {
    try {
      mailer.close();
    } catch (Exception e) {
      throw new IllegalStateException("the mailer does not close", e);
    }
  }
}
