using System.Globalization;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.Assignments.Requirements;

/// <summary>How a due date is chosen. Never stored.</summary>
public enum DueKind
{
    None,
    Fixed,
    AfterMembership,
    AfterHired,
}

/// <summary>A rule as the form of it is filled in.</summary>
public sealed class RequirementForm
{
    private const int LongestName = 200;
    private const int MostDays = 3660;

    public string? Name { get; set; }

    public string? NameEn { get; set; }

    public string? What { get; set; }

    /// <summary>Code of a territory; empty for the whole register.</summary>
    public string? Within { get; set; }

    /// <summary>Codes of territories within it, any of which is enough; none for all of it.</summary>
    public List<string> Parts { get; set; } = [];

    public List<string> Roles { get; set; } = [];

    public string? Profile { get; set; }

    public List<string> Institutions { get; set; } = [];

    public string? HiredSince { get; set; }

    public List<string> Holds { get; set; } = [];

    public List<string> Lacks { get; set; } = [];

    public DueKind Due { get; set; }

    public string? DueOn { get; set; }

    public int? DueDays { get; set; }

    public LeavingPolicy Leaving { get; set; }

    public static RequirementForm Of(Requirement rule, TerritoryCode? within) =>
        new()
        {
            Name = rule.Name.Uk,
            NameEn = rule.Name.En,
            What = Choices.ValueOf(rule.What),
            Within = within?.Value,
            Parts = [.. rule.Who.Territories.Where(one => one != within).Select(one => one.Value)],
            Roles = [.. rule.Who.StaffRoles],
            Profile = rule.Who.Profile,
            Institutions = [.. rule.Who.Institutions],
            HiredSince = Choices.DayOf(rule.Who.HiredSince),
            Holds = [.. rule.Who.Holds],
            Lacks = [.. rule.Who.Lacks],
            Due = rule.Due switch
            {
                null => DueKind.None,
                DueRule.FixedDate => DueKind.Fixed,
                DueRule.DaysAfter { From: DueStart.Hired } => DueKind.AfterHired,
                DueRule.DaysAfter => DueKind.AfterMembership,
                _ => throw new InvalidOperationException(),
            },
            DueOn = Choices.DayOf((rule.Due as DueRule.FixedDate)?.On),
            DueDays = (rule.Due as DueRule.DaysAfter)?.Days,
            Leaving = rule.Leaving,
        };

    /// <summary>Where it reaches; null for the whole register.</summary>
    public TerritoryCode? Place => string.IsNullOrEmpty(Within) ? null : new TerritoryCode(Within);

    /// <summary>The rule; null with what stands against it.</summary>
    /// <param name="isInScope">Whether its place is one that whoever writes it may choose.</param>
    public Requirement? Read(
        RequirementId id,
        Demand? what,
        bool isInScope,
        OrganisationPack pack,
        IReadOnlySet<string> institutions,
        FormFaults faults
    )
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            faults.Add("name", "manage.rule.fault.name");
        }

        if (NameEn?.Length > LongestName)
        {
            faults.Add("name-en", "manage.rule.fault.name");
        }

        if (what is null)
        {
            faults.Add("what", "manage.duty.no-demand");
        }

        if (!isInScope)
        {
            faults.Add("within", "manage.rule.fault.place");
        }

        var parts = Parts.Distinct().Select(code => new TerritoryCode(code)).ToList();
        var reach = Place is { } whole ? pack.Territories.Within(whole) : null;
        if (
            !parts.TrueForAll(one =>
                pack.Territories.Find(one) is not null && reach?.Contains(one) != false
            )
        )
        {
            faults.Add("parts", "manage.rule.fault.parts");
        }

        var since = GrantWords.DayTyped(HiredSince);
        if (!string.IsNullOrEmpty(HiredSince) && since is null)
        {
            faults.Add("hired", "manage.rule.fault.hired");
        }

        var holds = Known(Holds, code => pack.Certification(code) is not null);
        var lacks = Known(Lacks, code => pack.Certification(code) is not null);
        if (holds.Intersect(lacks).Any())
        {
            faults.Add("lacks", "manage.rule.fault.both");
        }

        var due = DueRuleOf(faults);
        return faults.Any
            ? null
            : new Requirement
            {
                Id = id,
                Name = new LocalText(name, NameEn?.Trim() ?? ""),
                What = what!,
                Due = due,
                Leaving = Leaving,
                Who = new Conditions
                {
                    StaffRoles = Known(Roles, code => pack.StaffRole(code) is not null),
                    Profile =
                        Profile is { } profile && pack.Profiles.ContainsKey(profile)
                            ? profile
                            : null,
                    Territories =
                        parts.Count > 0 ? parts
                        : Place is { } place ? [place]
                        : [],
                    Institutions = Known(Institutions, institutions.Contains),
                    HiredSince = since,
                    Holds = holds,
                    Lacks = lacks,
                },
            };
    }

    /// <summary>What the form says, to tell whether it is what was shown.</summary>
    public string Seen =>
        Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Name,
                        NameEn,
                        What,
                        Within,
                        string.Join(',', Parts),
                        string.Join(',', Roles),
                        Profile,
                        string.Join(',', Institutions),
                        HiredSince,
                        string.Join(',', Holds),
                        string.Join(',', Lacks),
                        Due,
                        DueOn,
                        DueDays?.ToString(CultureInfo.InvariantCulture),
                        Leaving
                    )
                )
            )
        )[..16];

    private DueRule? DueRuleOf(FormFaults faults)
    {
        switch (Due)
        {
            case DueKind.None:
                return null;
            case DueKind.Fixed when GrantWords.DayTyped(DueOn) is { } day:
                return new DueRule.FixedDate(day);
            case DueKind.AfterMembership when DueDays is >= 1 and <= MostDays:
                return new DueRule.DaysAfter(DueDays.Value, DueStart.Membership);
            case DueKind.AfterHired when DueDays is >= 1 and <= MostDays:
                return new DueRule.DaysAfter(DueDays.Value, DueStart.Hired);
            default:
                faults.Add(Due == DueKind.Fixed ? "due-on" : "due-days", "manage.rule.fault.due");
                return null;
        }
    }

    private static List<string> Known(IEnumerable<string> codes, Func<string, bool> isKnown) =>
        [.. codes.Where(isKnown).Distinct()];
}
