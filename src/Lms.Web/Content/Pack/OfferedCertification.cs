using Lms.Domain.Certification;
using Lms.Domain.Shared;

namespace Lms.Web.Content.Pack;

/// <summary>A certification that people can earn, and the page that tells of it.</summary>
public sealed record OfferedCertification(Certification Rules, PageTexts Texts)
{
    public string Code => Rules.Code.Value;
}

/// <summary>One that the organisation plans: shown as such, earned and demanded by nobody.</summary>
public sealed record PlannedCertification(
    string Code,
    LocalText Name,
    IReadOnlyList<string> StaffRoles,
    PageTexts Texts
);
