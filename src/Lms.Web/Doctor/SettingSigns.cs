using System.Net.Sockets;
using Lms.Web.Content.Pack;

namespace Lms.Web.Doctor;

/// <summary>What the settings and the pack leave open.</summary>
internal static class SettingSigns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IEnumerable<Sign> Of(LmsSettings settings, OrganisationPack pack)
    {
        yield return Address(settings);
        yield return Issuer(pack);
        if (settings.Demo)
        {
            yield return Sign.Yellow(
                "Увімкнено Demo: паролі відомі всім. Не для справжнього навчання.",
                "Demo is on: everybody knows the passwords. Not for real training."
            );
        }
    }

    public static async Task<Sign> MailAsync(LmsSettings settings, bool isQuick)
    {
        var mail = settings.Mail;
        if (mail.Host is null)
        {
            return Sign.Yellow(
                "Поштового сервера не налаштовано (Lms:Mail:Host): листи лише складаються в теку mail.",
                "No mail server is set (Lms:Mail:Host): letters are only put into the folder mail."
            );
        }

        if (isQuick)
        {
            return Sign.Green(
                $"Пошта: {mail.Host}:{mail.Port}.",
                $"Mail: {mail.Host}:{mail.Port}."
            );
        }

        try
        {
            using var client = new TcpClient();
            using var time = new CancellationTokenSource(Patience);
            await client.ConnectAsync(mail.Host, mail.Port, time.Token);
            return Sign.Green(
                $"Поштовий сервер {mail.Host}:{mail.Port} відповідає.",
                $"The mail server {mail.Host}:{mail.Port} answers."
            );
        }
        catch (Exception silent) when (silent is SocketException or OperationCanceledException)
        {
            return Sign.Red(
                $"Поштовий сервер {mail.Host}:{mail.Port} не відповідає: листи чекатимуть.",
                $"The mail server {mail.Host}:{mail.Port} does not answer: letters will wait."
            );
        }
    }

    private static Sign Address(LmsSettings settings)
    {
        var site = settings.Site.Uri;
        return site.Scheme == Uri.UriSchemeHttps || site.IsLoopback
            ? Sign.Green(
                $"Адреса сайту: {site}. Служба відповідає лише на ім’я {site.Host}.",
                $"Address: {site}. The service answers only to the host {site.Host}."
            )
            : Sign.Red(
                $"Адреса сайту {site} без TLS: паролі йдуть відкрито. Поставте проксі з HTTPS і змініть Lms:Site:Address.",
                $"The address {site} has no TLS: passwords travel open. Put a proxy with HTTPS in front and change Lms:Site:Address."
            );
    }

    private static Sign Issuer(OrganisationPack pack)
    {
        // Demanded or not, a name stands on every certificate.
        string[] missing =
        [
            .. pack.Issuer.Name == Domain.Shared.LocalText.Empty ? ["name"] : Array.Empty<string>(),
            .. pack
                .CertificateProfile.Missing(pack.HasFilled)
                .Select(CertificateProfileReader.NameOf),
        ];
        var names = string.Join(", ", missing);
        return names.Length == 0
            ? Sign.Green(
                "Реквізити закладу для сертифікатів заповнено.",
                "What certificates say of the issuer is filled in."
            )
            : Sign.Yellow(
                $"organisation.yml: для сертифікатів бракує {names}.",
                $"organisation.yml: certificates lack {names}."
            );
    }
}
