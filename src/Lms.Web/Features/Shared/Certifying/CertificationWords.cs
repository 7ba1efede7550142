using Lms.Domain.Certification;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>A state in words and its sign: the same on every page.</summary>
public static class CertificationWords
{
    public static string StateWords(this Texts texts, CertificationState state) =>
        texts[
            state switch
            {
                CertificationState.NotYet => "shared.certification.state.not-yet",
                CertificationState.InProgress => "shared.certification.state.in-progress",
                CertificationState.Certified => "shared.certification.state.certified",
                CertificationState.Expiring => "shared.certification.state.expiring",
                CertificationState.InGrace => "shared.certification.state.in-grace",
                CertificationState.Lapsed => "shared.certification.state.lapsed",
                CertificationState.Waived => "shared.certification.state.waived",
                CertificationState.Revoked => "shared.certification.state.revoked",
                CertificationState.Suspended => "shared.certification.state.suspended",
            }
        ];

    /// <summary>Name of the icon and of the tag's colour.</summary>
    public static (string Icon, string Tag) Sign(this CertificationState state) =>
        state switch
        {
            CertificationState.Certified => ("check-circle", "good"),
            CertificationState.Waived => ("check", "good"),
            CertificationState.Expiring => ("clock", "warm"),
            CertificationState.InGrace => ("warning", "warm"),
            CertificationState.Lapsed or CertificationState.Revoked => ("cross", "bad"),
            CertificationState.Suspended => ("lock", "bad"),
            CertificationState.InProgress => ("play", "quiet"),
            CertificationState.NotYet => ("info", "quiet"),
        };

    public static string KindWords(this Texts texts, EvidenceKind kind) =>
        texts[
            kind switch
            {
                EvidenceKind.ExternalTraining => "shared.evidence.kind.external",
                EvidenceKind.PriorLearning => "shared.evidence.kind.prior",
                EvidenceKind.Confirmation => "shared.evidence.kind.confirmation",
            }
        ];
}
