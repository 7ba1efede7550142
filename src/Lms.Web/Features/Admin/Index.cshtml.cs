using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin;

/// <summary>The outbox in numbers, without addresses.</summary>
/// <param name="Refused">Of the waiting ones, refused by the mail server before.</param>
/// <param name="Unknown">Handed over, and nobody can know whether they went.</param>
public sealed record Outbox(int Waiting, int Refused, int Sent, int Unknown);

[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    LmsDbContext db,
    WaitingCertificates waiting,
    OrganisationPack pack,
    LmsSettings settings
) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<AuditEntry> Audit { get; private set; } = [];

    public Outbox Outbox { get; private set; } = new(0, 0, 0, 0);

    public int WaitingCertificates { get; private set; }

    /// <summary>Fields of the certificate profile that nobody has filled, by their names in the pack.</summary>
    public IReadOnlyList<string> MissingFields { get; private set; } = [];

    public bool IsDemo => settings.Demo;

    public async Task OnGetAsync()
    {
        var owed = await waiting.AllAsync();
        WaitingCertificates = owed.Sum(version => version.Count);
        MissingFields =
        [
            .. owed.SelectMany(version => version.Missing)
                .Concat(pack.CertificateProfile.Missing(pack.HasFilled))
                .Distinct()
                .Select(CertificateProfileReader.NameOf),
        ];
        Audit = await db
            .Audit.AsNoTracking()
            .OrderByDescending(entry => entry.Position)
            .Take(Shown)
            .ToListAsync();
        var mail = db.OutgoingMail;
        Outbox = new(
            await mail.CountAsync(letter => letter.HandedOverAt == null),
            await mail.CountAsync(letter => letter.HandedOverAt == null && letter.Failures > 0),
            await mail.CountAsync(letter => letter.SentAt != null),
            await mail.CountAsync(letter => letter.HandedOverAt != null && letter.SentAt == null)
        );
    }

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, pack.TimeZone);

    /// <summary>Key of the words for what was done.</summary>
    public static string WordsOf(AuditAction action) =>
        action switch
        {
            AuditAction.AdministratorCreated => "admin.action.administrator-created",
            AuditAction.CoursePublished => "admin.action.course-published",
            AuditAction.CertificateIssued => "admin.action.certificate-issued",
            AuditAction.PeopleListed => "admin.action.people-listed",
            AuditAction.SignedIn => "admin.action.signed-in",
            AuditAction.TimeFactorSet => "admin.action.time-factor-set",
            AuditAction.ExtraAttemptGranted => "admin.action.extra-attempt-granted",
            AuditAction.AnswerMarked => "admin.action.answer-marked",
            AuditAction.QuizRegraded => "admin.action.quiz-regraded",
            AuditAction.CourseArchived => "admin.action.course-archived",
            AuditAction.CourseReopened => "admin.action.course-reopened",
            AuditAction.CourseGiven => "admin.action.course-given",
            AuditAction.CourseTakenBack => "admin.action.course-taken-back",
            AuditAction.SignInEnded => "admin.action.sign-in-ended",
            AuditAction.PasswordSet => "admin.action.password-set",
            AuditAction.ResetAsked => "admin.action.reset-asked",
            AuditAction.PasskeyAdded => "admin.action.passkey-added",
            AuditAction.PasskeyRemoved => "admin.action.passkey-removed",
            AuditAction.SecondFactorSet => "admin.action.second-factor-set",
            AuditAction.SecondFactorRemoved => "admin.action.second-factor-removed",
            AuditAction.RecoveryCodesMade => "admin.action.recovery-codes-made",
            AuditAction.AccountInvited => "admin.action.account-invited",
            AuditAction.AccountDeactivated => "admin.action.account-deactivated",
            AuditAction.AccountReactivated => "admin.action.account-reactivated",
            AuditAction.LoginChanged => "admin.action.login-changed",
            AuditAction.OneTimeCodeGiven => "admin.action.one-time-code-given",
            AuditAction.GrantGiven => "admin.action.grant-given",
            AuditAction.GrantEnded => "admin.action.grant-ended",
            AuditAction.DeputyNamed => "admin.action.deputy-named",
            AuditAction.RegistrationAsked => "admin.action.registration-asked",
            AuditAction.RegistrationApproved => "admin.action.registration-approved",
            AuditAction.RegistrationRefused => "admin.action.registration-refused",
            AuditAction.PersonChanged => "admin.action.person-changed",
            AuditAction.PersonLooked => "admin.action.person-looked",
            AuditAction.PeopleMerged => "admin.action.people-merged",
            AuditAction.MergeUndone => "admin.action.merge-undone",
            AuditAction.PersonExported => "admin.action.person-exported",
            AuditAction.ErasureAsked => "admin.action.erasure-asked",
            AuditAction.ErasureCancelled => "admin.action.erasure-cancelled",
            AuditAction.PersonErased => "admin.action.person-erased",
            AuditAction.RetentionApplied => "admin.action.retention-applied",
            AuditAction.CertificateRevoked => "admin.action.certificate-revoked",
            AuditAction.CertificateReissued => "admin.action.certificate-reissued",
            AuditAction.CertificatesDownloaded => "admin.action.certificates-downloaded",
            AuditAction.SignatureAttached => "admin.action.signature-attached",
            AuditAction.SigningKeyChanged => "admin.action.signing-key-changed",
            AuditAction.AuditRead => "admin.action.audit-read",
            AuditAction.AuditExported => "admin.action.audit-exported",
            AuditAction.MailTested => "admin.action.mail-tested",
            AuditAction.BackupMade => "admin.action.backup-made",
            AuditAction.BackupRestored => "admin.action.backup-restored",
            AuditAction.BackupChecked => "admin.action.backup-checked",
        };

    /// <summary>The random end of a surrogate: enough to tell two apart, no name.</summary>
    public static string Short(Guid id) => id.ToString("N")[^8..];
}
