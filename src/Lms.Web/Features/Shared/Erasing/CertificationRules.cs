using Lms.Domain.Certification;
using Lms.Domain.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Certifications, assignments and what was handed in or said about them.</summary>
internal static class CertificationRules
{
    private const string Fact = "a fact under the surrogate, without words";

    public static readonly IReadOnlyList<ErasureRule> All =
    [
        ErasureRule.Delete<EvidenceDecision>(),
        ErasureRule.Delete<EvidenceFile>(),
        ErasureRule.Delete<Evidence>(),
        ErasureRule.Change<PeriodRevocation>(
            "since when a period holds no longer; the reason in words goes",
            (revoked, _, cancel) =>
                revoked.ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel)
        ),
        ErasureRule.Change<CertificationSuspension>(
            "from when to when it rested; the reason in words goes",
            (rested, _, cancel) =>
                rested.ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel)
        ),
        ErasureRule.Change<Waiver>(
            "that it was waived; the reason in words goes",
            (waived, _, cancel) =>
                waived.ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel)
        ),
        ErasureRule.Keep<CertificationPeriod>(Fact),
        ErasureRule.Keep<ChangeTaken>(Fact),
        ErasureRule.Change<Extension>(
            "that time was given; words of both sides go",
            (extensions, _, cancel) =>
                extensions.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(one => one.Reason, "").SetProperty(one => one.Remark, ""),
                    cancel
                )
        ),
        ErasureRule.Keep<Assignment>(Fact),
        ErasureRule.Delete<Reminder>(),
        ErasureRule.Delete<AnnouncementRead>(),
    ];
}
