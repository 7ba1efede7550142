using Lms.Web.Access;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>What the log says of itself in words.</summary>
public static class AuditWords
{
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
            AuditAction.PeopleImported => "admin.action.people-imported",
            AuditAction.ImportUndone => "admin.action.import-undone",
            AuditAction.UnavailabilitySet => "admin.action.unavailability-set",
            AuditAction.PostChanged => "admin.action.post-changed",
            AuditAction.EvidenceHandedIn => "admin.action.evidence-handed-in",
            AuditAction.EvidenceDecided => "admin.action.evidence-decided",
            AuditAction.WaiverGiven => "admin.action.waiver-given",
            AuditAction.WaiverWithdrawn => "admin.action.waiver-withdrawn",
            AuditAction.PeriodEarned => "admin.action.period-earned",
            AuditAction.PeriodRevoked => "admin.action.period-revoked",
            AuditAction.CertificationSuspended => "admin.action.certification-suspended",
            AuditAction.ChangeTaken => "admin.action.change-taken",
            AuditAction.RequirementSaved => "admin.action.requirement-saved",
            AuditAction.RequirementEnded => "admin.action.requirement-ended",
            AuditAction.AssignmentGiven => "admin.action.assignment-given",
            AuditAction.AssignmentTakenBack => "admin.action.assignment-taken-back",
            AuditAction.ExtensionDecided => "admin.action.extension-decided",
            AuditAction.AnnouncementPublished => "admin.action.announcement-published",
            AuditAction.CoverageLooked => "admin.action.coverage-looked",
            AuditAction.ContactRecorded => "admin.action.contact-recorded",
            AuditAction.EvacuationRecorded => "admin.action.evacuation-recorded",
            AuditAction.OutreachRecorded => "admin.action.outreach-recorded",
            AuditAction.ReportExported => "admin.action.report-exported",
            AuditAction.NamedListExported => "admin.action.named-list-exported",
            AuditAction.ReportFrozen => "admin.action.report-frozen",
            AuditAction.MailQueueLooked => "admin.action.mail-queue-looked",
        };

    /// <summary>Key of the words for a group.</summary>
    public static string WordsOf(AuditGroup group) =>
        group switch
        {
            AuditGroup.SignIn => "admin.audit.group.sign-in",
            AuditGroup.Rights => "admin.audit.group.rights",
            AuditGroup.People => "admin.audit.group.people",
            AuditGroup.Learning => "admin.audit.group.learning",
            AuditGroup.Certificates => "admin.audit.group.certificates",
            AuditGroup.Privacy => "admin.audit.group.privacy",
            AuditGroup.Product => "admin.audit.group.product",
        };

    /// <summary>The random end of a surrogate: enough to tell two apart, no name.</summary>
    public static string Short(Guid id) => id.ToString("N")[^8..];
}
