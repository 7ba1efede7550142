using System.Linq.Expressions;
using Lms.Web.Mail;

namespace Lms.Web.Features.Admin.Mail;

/// <summary>Where a letter is: computed from its row.</summary>
public enum MailState
{
    Waiting,

    /// <summary>Handed over, and nobody can know whether it went.</summary>
    Unknown,

    /// <summary>Refused so often that it is no longer tried.</summary>
    Failed,

    /// <summary>An administrator let it be, or it has lost its words unsent.</summary>
    GivenUp,
    Sent,
}

public static class MailStates
{
    public static Expression<Func<OutgoingMail, bool>> Is(MailState state) =>
        state switch
        {
            MailState.Waiting => mail =>
                mail.HandedOverAt == null && mail.Failures < OutgoingMail.Patience,
            MailState.Unknown => mail => mail.HandedOverAt != null && mail.SentAt == null,
            MailState.Failed => mail =>
                mail.HandedOverAt == null
                && mail.Failures >= OutgoingMail.Patience
                && mail.Failures < OutgoingMail.GivenUp,
            MailState.GivenUp => mail =>
                mail.HandedOverAt == null && mail.Failures >= OutgoingMail.GivenUp,
            MailState.Sent => mail => mail.SentAt != null,
        };

    public static MailState Of(DateTimeOffset? handedOver, DateTimeOffset? sent, int failures) =>
        sent is not null ? MailState.Sent
        : handedOver is not null ? MailState.Unknown
        : failures >= OutgoingMail.GivenUp ? MailState.GivenUp
        : failures >= OutgoingMail.Patience ? MailState.Failed
        : MailState.Waiting;

    /// <summary>Key of the words.</summary>
    public static string WordsOf(MailState state) =>
        state switch
        {
            MailState.Waiting => "admin.queue.state.waiting",
            MailState.Unknown => "admin.queue.state.unknown",
            MailState.Failed => "admin.queue.state.failed",
            MailState.GivenUp => "admin.queue.state.given-up",
            MailState.Sent => "admin.queue.state.sent",
        };
}
