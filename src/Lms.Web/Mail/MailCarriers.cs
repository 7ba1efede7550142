using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lms.Web.Mail;

/// <summary>Takes a letter away: to an SMTP server, or without one to a file.</summary>
public interface IMailCarrier
{
    Task CarryAsync(MimeMessage letter, CancellationToken cancel);

    /// <summary>The letter certainly did not go, so that it may be tried again.</summary>
    bool WasRefused(Exception failure);
}

internal sealed class SmtpCarrier(MailSettings settings) : IMailCarrier
{
    public async Task CarryAsync(MimeMessage letter, CancellationToken cancel)
    {
        using var smtp = new SmtpClient { Timeout = 20_000 };
        await smtp.ConnectAsync(settings.Host!, settings.Port, SecureSocketOptions.Auto, cancel);
        if (settings.User is not null)
        {
            await smtp.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
        }

        await smtp.SendAsync(letter, cancel);
        await smtp.DisconnectAsync(quit: true, cancel);
    }

    // A protocol error or a time-out after the text was sent leaves the letter's fate unknown.
    public bool WasRefused(Exception failure) =>
        failure
            is SmtpCommandException
                or System.Net.Sockets.SocketException
                or MailKit.Security.AuthenticationException
                or SslHandshakeException;
}

/// <summary>Writes letters as <c>.eml</c> files into <c>Data/mail</c>.</summary>
internal sealed class FileCarrier(LmsSettings settings) : IMailCarrier
{
    public async Task CarryAsync(MimeMessage letter, CancellationToken cancel)
    {
        var folder = Path.Combine(settings.Data, "mail");
        Directory.CreateDirectory(folder);
        var id = letter.MessageId!.Split('@')[0];
        await letter.WriteToAsync(
            Path.Combine(folder, $"{letter.Date.UtcDateTime:yyyyMMdd-HHmmss}-{id}.eml"),
            cancel
        );
    }

    public bool WasRefused(Exception failure) => failure is IOException;
}
