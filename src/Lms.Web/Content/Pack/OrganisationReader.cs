using System.Globalization;
using Lms.Domain.Certification;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>organisation.yml: names, issuer, languages, calendar, register, levels of territory.</summary>
internal static class OrganisationReader
{
    private static readonly Dictionary<string, bool> KnownLanguages = new()
    {
        ["uk"] = true,
        ["en"] = true,
    };

    private static readonly Dictionary<string, bool> Registration = new()
    {
        ["open"] = true,
        ["closed"] = false,
    };

    public static OrganisationPack Read(PackFolder files, out IReadOnlyList<TerritoryLevel> levels)
    {
        levels = [];
        if (files.Fields("organisation.yml") is not { } fields)
        {
            return new();
        }

        var territory = fields.Map("territory");
        fields.Require("territory");
        levels = territory is null ? [] : Levels(territory);
        var certificate = fields.Map("certificate");
        var pack = new OrganisationPack
        {
            Name = fields.RequiredLocal("name"),
            ShortName = fields.RequiredLocal("short-name"),
            SiteName = fields.RequiredLocal("site-name"),
            Issuer = IssuerOf(fields),
            Languages = LanguagesOf(fields),
            TimeZone = TimeZoneOf(fields),
            HoursPerCredit = HoursPerCredit(fields),
            AttendancePercent =
                fields.Whole("attendance", 1, 100) ?? new OrganisationPack().AttendancePercent,
            Register = RegisterOf(fields),
            CertificateNote = certificate?.Local("note") ?? LocalText.Empty,
            CertificateProfile = certificate is null
                ? CertificateProfile.Free
                : CertificateProfileReader.Read(certificate),
            Accent = Inner(fields, "branding", AccentOf) ?? "",
            QuickExitAddress = Inner(fields, "quick-exit", inner => inner.Address("address")) ?? "",
            HasRegistration = fields.Choice("registration", Registration) ?? false,
            Phones = Inner(fields, "phone", PhonesOf) ?? PhonePlan.None,
            TerritorySource = territory?.Text("source") ?? "",
            TerritoryLicence = territory?.Text("licence") ?? "",
        };
        territory?.RefuseTheRest();
        certificate?.RefuseTheRest();
        CertificateProfileReader.Warn(fields, pack);
        fields.RefuseTheRest();
        return pack;
    }

    private static T? Inner<T>(Fields fields, string key, Func<Fields, T> read)
        where T : class
    {
        if (fields.Map(key) is not { } inner)
        {
            return null;
        }

        var value = read(inner);
        inner.RefuseTheRest();
        return value;
    }

    private static Issuer IssuerOf(Fields fields)
    {
        fields.Require("issuer");
        return Inner(
                fields,
                "issuer",
                issuer => new Issuer(
                    issuer.RequiredLocal("name"),
                    issuer.Text("register-code"),
                    Inner(
                        issuer,
                        "signatory",
                        who => new Signatory(who.Text("name"), who.Local("position"))
                    ) ?? Issuer.Unnamed.Signatory
                )
            ) ?? Issuer.Unnamed;
    }

    private static CertificateRegister RegisterOf(Fields fields) =>
        Inner(
            fields,
            "register",
            register => new CertificateRegister(
                register.RequiredLocal("name"),
                register.Text("number-prefix")
            )
        ) ?? new(LocalText.Empty, "");

    private static List<string> LanguagesOf(Fields fields)
    {
        fields.Require("languages");
        var languages = fields.Scalars("languages");
        foreach (
            var wrong in languages.Where(language => !KnownLanguages.ContainsKey(language.Value))
        )
        {
            var all = string.Join(", ", KnownLanguages.Keys);
            fields.Report(wrong, YamlTexts.ExpectsOneOf, "languages", all, wrong.Value);
        }

        var known = languages.Select(language => language.Value).Where(KnownLanguages.ContainsKey);
        return known.Distinct().ToList() is { Count: > 0 } list ? list : ["uk"];
    }

    private static TimeZoneInfo TimeZoneOf(Fields fields)
    {
        var id = fields.RequiredText("time-zone");
        if (id.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return id.Length == 0 ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);
        }

        fields.Report(fields.Find("time-zone")!, PackTexts.UnknownTimeZone, id);
        return TimeZoneInfo.Utc;
    }

    private static int HoursPerCredit(Fields fields)
    {
        fields.Require("hours-per-credit");
        return fields.Whole("hours-per-credit", 1, 100) ?? new OrganisationPack().HoursPerCredit;
    }

    // Country codes have one to three digits, numbers fifteen in all (ITU-T E.164, 6.2.1).
    private static PhonePlan PhonesOf(Fields phone) =>
        new(
            phone.Whole("prefix", 1, 999)?.ToString(CultureInfo.InvariantCulture) ?? "",
            phone.Whole("digits", 4, 14)
        );

    private static string AccentOf(Fields branding)
    {
        var accent = branding.Text("accent");
        if (accent.Length == 0 || IsColour(accent))
        {
            return accent;
        }

        branding.Report(branding.Find("accent")!, PackTexts.ExpectsColour, "accent");
        return "";
    }

    private static bool IsColour(string text) =>
        text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private static List<TerritoryLevel> Levels(Fields territory)
    {
        territory.Require("levels");
        var counted = territory.RequiredText("counted");
        var levels = new List<TerritoryLevel>();
        foreach (var level in territory.Rows("levels"))
        {
            var code = level.RequiredText("code");
            levels.Add(new(code, level.RequiredLocal("name"), code == counted));
            level.RefuseTheRest();
        }

        if (counted.Length > 0 && levels.Count(level => level.IsCounted) != 1)
        {
            var codes = levels.Select(level => level.Code).ToList();
            string[] args = ["counted", string.Join(", ", codes), counted];
            territory.Report(
                territory.Find("counted")!,
                YamlTexts.ExpectsOneOf,
                Nearest.To(counted, codes),
                args
            );
        }

        return levels;
    }
}
