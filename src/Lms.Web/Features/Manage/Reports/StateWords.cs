using Lms.Domain.Certification;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>How a state of certification is told: in a report by the words and sign of every other page.</summary>
internal static class StateWords
{
    public static string CodeOf(CertificationState state) =>
        state switch
        {
            CertificationState.NotYet => "not-yet",
            CertificationState.InProgress => "in-progress",
            CertificationState.Certified => "certified",
            CertificationState.Expiring => "expiring",
            CertificationState.InGrace => "in-grace",
            CertificationState.Lapsed => "lapsed",
            CertificationState.Waived => "waived",
            CertificationState.Revoked => "revoked",
            CertificationState.Suspended => "suspended",
        };

    public static string Of(this Texts texts, CertificationState state) => texts.StateWords(state);

    public static ReportCell Cell(this Texts texts, CertificationState state) =>
        new(texts.Of(state)) { State = (state.Sign().Tag, state.Sign().Icon), Order = (int)state };
}
