using Lms.Domain.Certification;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary><c>certifications/*.md</c>: the rules in the front matter, the page below.</summary>
internal sealed class CertificationReader(OrganisationPack pack, PackCourses courses)
{
    public const string Folder = "certifications";

    private const string FirstName = "first";
    private const int UsualWindow = 90;

    private static readonly string[] OfFixed = ["base", "minimum"];

    private static readonly Dictionary<string, ValidityBasis> Bases = new()
    {
        ["completion"] = ValidityBasis.Completion,
        ["expiry"] = ValidityBasis.Expiry,
        ["fixed"] = ValidityBasis.Fixed,
    };

    private static readonly Dictionary<string, LatePolicy> Policies = new()
    {
        ["renewal"] = LatePolicy.Renewal,
        ["start-again"] = LatePolicy.StartAgain,
    };

    private static readonly Dictionary<string, bool> Early = new()
    {
        ["waits"] = false,
        ["counts"] = true,
    };

    public static OrganisationPack Read(
        PackFolder files,
        OrganisationPack pack,
        PackCourses courses
    )
    {
        var reader = new CertificationReader(pack, courses);
        var folder = new PageFolder(files, Folder, pack);
        var (offered, planned) = (
            new List<OfferedCertification>(),
            new List<PlannedCertification>()
        );
        foreach (var (code, file, front) in folder.Pages())
        {
            var fields = front.Fields;
            var isDraft = fields.Flag("draft") ?? false;
            var title = fields.RequiredText("title");
            var rules = reader.Rules(file, fields, code, isDraft);
            fields.RefuseTheRest();
            var texts = folder.Texts(code, file, front, title);
            var name = PageFolder.NameOf(texts);
            if (isDraft)
            {
                planned.Add(new(code, name, rules.StaffRoles, texts));
            }
            else
            {
                offered.Add(new(rules with { Name = name }, texts));
            }
        }

        return pack with
        {
            Certifications = offered,
            PlannedCertifications = planned,
        };
    }

    private Certification Rules(SourceFile file, Fields fields, string code, bool isDraft)
    {
        if (!isDraft)
        {
            fields.Require(FirstName);
            fields.Require("validity");
        }

        var paths = new PathReader(file, courses);
        return new()
        {
            Code = new(code),
            Name = Domain.Shared.LocalText.Empty,
            First = new(FirstName, Node(fields, FirstName, paths)),
            Renewals = Renewals(fields, paths),
            Validity = Validity(fields),
            Window = fields.Days("window", UsualWindow),
            Grace = fields.Days("grace", 0),
            Late = fields.Choice("late", Policies) ?? LatePolicy.Renewal,
            CountsEarly = fields.Choice("early", Early) ?? false,
            Acts = Acts(fields),
            Competences = CompetenceLevels.Read(
                fields,
                "competences",
                [.. pack.Competences.Competences.Select(competence => competence.Code)],
                1
            ),
            StaffRoles = StaffRoles(fields, pack),
        };
    }

    /// <summary>Known codes of roles; the others are reported.</summary>
    public static IReadOnlyList<string> StaffRoles(Fields fields, OrganisationPack pack)
    {
        var known = pack.StaffRoles.Select(role => role.Code).ToList();
        return
        [
            .. fields
                .Scalars("staff-roles")
                .Select(code => Codes.Known(fields, code, known, "roles.yml"))
                .OfType<string>()
                .Distinct(),
        ];
    }

    private static List<CertificationPath> Renewals(Fields fields, PathReader paths)
    {
        var renewals = new List<CertificationPath>();
        if (fields.Map("renewals") is { } map)
        {
            foreach (var entry in map.Entries)
            {
                renewals.Add(new(entry.Key.Value, Node(map, entry.Key.Value, paths)));
            }
        }

        return renewals;
    }

    // Stands where a finding was made: a pack with errors is not used.
    private static PathNode Node(Fields fields, string key, PathReader paths) =>
        fields.Find(key) is { } node && paths.Read(node) is { } path ? path : new PathNode.All([]);

    private static ValidityRule Validity(Fields fields)
    {
        var standIn = new ValidityRule(ValidityBasis.Completion, new Term(12, 0));
        if (fields.Map("validity") is not { } validity)
        {
            return standIn;
        }

        validity.Require("basis");
        validity.Require("period");
        var basis = validity.Choice("basis", Bases) ?? standIn.Basis;
        var rule = new ValidityRule(basis, validity.Term("period") ?? standIn.Period)
        {
            FixedBase = validity.Date("base"),
            Minimum = validity.Term("minimum") ?? Term.None,
        };
        foreach (
            var key in OfFixed.Where(key =>
                basis != ValidityBasis.Fixed && validity.Find(key) is not null
            )
        )
        {
            validity.ReportKey(key, CertificationTexts.FixedOnly, key);
        }

        validity.RefuseTheRest();
        return rule;
    }

    private List<string> Acts(Fields fields)
    {
        var acts = new List<string>();
        foreach (var written in fields.Scalars("acts"))
        {
            if (pack.Acts.Find(written.Value) is { } act)
            {
                acts.Add(act.Id);
                if (act.State == ActState.Changed)
                {
                    fields.Report(written, CalloutTexts.ChangedAct, act.Id);
                }

                continue;
            }

            var nearest = Nearest.To(written.Value, pack.Acts.Acts.Select(act => act.Id));
            fields.Report(written, PackTexts.UnknownCode, nearest, [written.Value, "acts.yml"]);
        }

        return acts;
    }
}
