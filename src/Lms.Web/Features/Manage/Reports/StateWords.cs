using Lms.Domain.Certification;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>How a state of certification is told.</summary>
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

    public static string Of(this Texts texts, CertificationState state) =>
        texts[$"manage.reports.state.{CodeOf(state)}"];

    public static ReportCell Cell(this Texts texts, CertificationState state) =>
        new(texts.Of(state))
        {
            State = state switch
            {
                CertificationState.Certified or CertificationState.Waived => (
                    "good",
                    "check-circle"
                ),
                CertificationState.Expiring => ("warm", "clock"),
                CertificationState.InProgress => ("quiet", "book"),
                CertificationState.NotYet => ("quiet", "info"),
                CertificationState.InGrace => ("warm", "warning"),
                CertificationState.Lapsed
                or CertificationState.Revoked
                or CertificationState.Suspended => ("bad", "warning"),
            },
            Order = (int)state,
        };
}
