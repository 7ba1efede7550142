using System.Globalization;
using System.Reflection;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Admin.Settings;

/// <param name="Words">Key of what it is called.</param>
/// <param name="Value">Empty when it is not set.</param>
/// <param name="Place">Where it is written, when it has to be: file and key.</param>
public sealed record Fact(string Words, string Value, string? Place = null)
{
    public bool IsMissing => Value.Length == 0 && Place is not null;
}

/// <summary>
/// What this installation is made of, to read and not to change: it is written in the pack and in the
/// settings of the process. Secrets are not among it.
/// </summary>
public sealed class InstallationFacts(LmsSettings settings, OrganisationPack pack, SiteName site)
{
    private const string File = "organisation/organisation.yml";

    /// <summary>Who issues certificates, and what stands on them.</summary>
    public IEnumerable<Fact> Issuer()
    {
        var issuer = pack.Issuer;
        yield return Written("admin.settings.issuer", "issuer.name", issuer.Name);
        yield return Written("admin.settings.code", "issuer.register-code", issuer.RegisterCode);
        yield return Written(
            "admin.settings.signatory",
            "issuer.signatory.name",
            issuer.Signatory.Name
        );
        yield return Written(
            "admin.settings.position",
            "issuer.signatory.position",
            issuer.Signatory.Position
        );
        yield return Written("admin.settings.register", "register.name", pack.Register.Name);
        yield return Written("admin.settings.note", "certificate.note", pack.CertificateNote);
        yield return new("admin.settings.prefix", pack.Register.NumberPrefix);
        yield return new(
            "admin.settings.credit",
            pack.HoursPerCredit.ToString(CultureInfo.CurrentCulture)
        );
    }

    public IEnumerable<Fact> Product(Texts texts)
    {
        yield return new("admin.settings.site", site.In(texts));
        yield return new("admin.settings.address", settings.Site.Address);
        yield return new("admin.settings.languages", string.Join(", ", pack.Languages));
        yield return new("admin.settings.zone", pack.TimeZone.Id);
        yield return new("admin.settings.database", Database);
        yield return new("admin.settings.version", Version);
        yield return new(
            "admin.settings.demo",
            texts[settings.Demo ? "admin.settings.yes" : "admin.settings.no"]
        );
    }

    public IEnumerable<Fact> Mail(Texts texts)
    {
        yield return new(
            "admin.settings.mail.way",
            settings.Mail.Host is { } host
                ? $"{host}:{settings.Mail.Port.ToString(CultureInfo.InvariantCulture)}"
                : texts["admin.settings.mail.files"]
        );
        yield return new("admin.settings.mail.from", settings.Mail.From);
    }

    private string Database =>
        settings.Database.Provider switch
        {
            DatabaseProvider.Sqlite => "SQLite",
            DatabaseProvider.Postgres => "PostgreSQL",
        };

    private static string Version =>
        typeof(InstallationFacts)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    private static Fact Written(string words, string key, string value) =>
        new(words, value, $"{File}: {key}");

    // Missing as long as one of the languages is: certificates are printed in each.
    private static Fact Written(string words, string key, LocalText value) =>
        new(
            words,
            Texts.Languages.All(language => value.In(language).Length > 0)
                ? string.Join('\n', Texts.Languages.Select(value.In).Distinct())
                : "",
            $"{File}: {key}"
        );
}
