using Lms.Domain.Courses;
using Lms.Domain.Coverage;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>coverage.yml; a pack may come without.</summary>
internal static class CoverageReader
{
    public const string FileName = "coverage.yml";

    private const int MostPeople = 10_000;
    private const int MostPopulation = 10_000_000;

    private static readonly Dictionary<string, CoverageUnit> Units = new()
    {
        ["community"] = CoverageUnit.Community,
        ["institution"] = CoverageUnit.Institution,
    };

    public static IReadOnlyList<CoverageRule> Read(PackFolder files, OrganisationPack pack)
    {
        var rules = new List<CoverageRule>();
        foreach (var fields in files.Has(FileName) ? files.Rows(FileName) : [])
        {
            var rule = Rule(fields, pack);
            fields.RefuseTheRest();
            if (fields.IsFirst(rule.Code, "code", rules.Select(known => known.Code)))
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static CoverageRule Rule(Fields fields, OrganisationPack pack)
    {
        fields.Require("at-least");
        if (fields.Find("certification") is null && fields.Find("profile") is null)
        {
            fields.ReportKey("code", CertificationTexts.AsksNothing);
        }

        var usual = new CoverageRule
        {
            Code = Code(fields),
            Name = fields.RequiredLocal("name"),
            AtLeast = fields.Whole("at-least", 1, MostPeople) ?? 1,
        };
        return usual with
        {
            Unit = fields.Choice("unit", Units) ?? CoverageUnit.Community,
            PerPopulation = fields.Whole("per-population", 1, MostPopulation),
            Certification = Known(
                fields,
                "certification",
                pack.Certifications.Select(one => one.Code),
                CertificationReader.Folder
            ),
            Levels = Known(fields, "profile", pack.Profiles.Keys, "competences.yml") is { } profile
                ? pack.Profiles[profile]
                : usual.Levels,
            StaffRoles = CertificationReader.StaffRoles(fields, pack),
            Ahead = fields.Days("ahead", usual.Ahead),
        };
    }

    private static string Code(Fields fields)
    {
        var code = fields.RequiredText("code");
        if (code.Length > 0 && !Slug.IsValid(code))
        {
            fields.Report(fields.Find("code")!, PackTexts.ExpectsSlug, code);
        }

        return code;
    }

    private static string? Known(Fields fields, string key, IEnumerable<string> codes, string where)
    {
        if (fields.OptionalText(key) is not { } code || codes.Contains(code))
        {
            return fields.OptionalText(key);
        }

        string[] args = [code, where];
        fields.Report(fields.Find(key)!, PackTexts.UnknownCode, Nearest.To(code, codes), args);
        return null;
    }
}
