using Lms.Web.Access;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>What an action is about, to look for it. Never stored.</summary>
public enum AuditGroup
{
    SignIn,
    Rights,
    People,
    Learning,
    Certificates,
    Privacy,
    Product,
}

public static class AuditGroups
{
    public static IReadOnlyList<AuditAction> ActionsOf(AuditGroup group) =>
        [.. Enum.GetValues<AuditAction>().Where(action => Of(action) == group)];

    public static AuditGroup Of(AuditAction action) =>
        action switch
        {
            AuditAction.SignedIn
            or AuditAction.SignInEnded
            or AuditAction.PasswordSet
            or AuditAction.ResetAsked
            or AuditAction.PasskeyAdded
            or AuditAction.PasskeyRemoved
            or AuditAction.SecondFactorSet
            or AuditAction.SecondFactorRemoved
            or AuditAction.RecoveryCodesMade
            or AuditAction.LoginChanged
            or AuditAction.OneTimeCodeGiven => AuditGroup.SignIn,
            AuditAction.AdministratorCreated
            or AuditAction.AccountInvited
            or AuditAction.AccountDeactivated
            or AuditAction.AccountReactivated
            or AuditAction.GrantGiven
            or AuditAction.GrantEnded
            or AuditAction.DeputyNamed
            or AuditAction.RegistrationAsked
            or AuditAction.RegistrationApproved
            or AuditAction.RegistrationRefused
            or AuditAction.CourseGiven
            or AuditAction.CourseTakenBack => AuditGroup.Rights,
            AuditAction.PeopleListed
            or AuditAction.PersonLooked
            or AuditAction.PersonChanged
            or AuditAction.PeopleMerged
            or AuditAction.MergeUndone
            or AuditAction.PeopleImported
            or AuditAction.ImportUndone
            or AuditAction.UnavailabilitySet
            or AuditAction.PostChanged
            or AuditAction.CoverageLooked => AuditGroup.People,
            AuditAction.CoursePublished
            or AuditAction.CourseArchived
            or AuditAction.CourseReopened
            or AuditAction.TimeFactorSet
            or AuditAction.ExtraAttemptGranted
            or AuditAction.AnswerMarked
            or AuditAction.QuizRegraded
            or AuditAction.EvidenceHandedIn
            or AuditAction.EvidenceDecided
            or AuditAction.ChangeTaken
            or AuditAction.RequirementSaved
            or AuditAction.RequirementEnded
            or AuditAction.AssignmentGiven
            or AuditAction.AssignmentTakenBack
            or AuditAction.ExtensionDecided
            or AuditAction.SessionPlanned
            or AuditAction.SessionChanged
            or AuditAction.SessionCancelled
            or AuditAction.SeatGiven
            or AuditAction.SeatDecided
            or AuditAction.SeatTakenBack
            or AuditAction.RemovedFromRoom
            or AuditAction.AttendanceDecided => AuditGroup.Learning,
            AuditAction.CertificateIssued
            or AuditAction.CertificateRevoked
            or AuditAction.CertificateReissued
            or AuditAction.CertificatesDownloaded
            or AuditAction.SignatureAttached
            or AuditAction.SigningKeyChanged
            or AuditAction.WaiverGiven
            or AuditAction.WaiverWithdrawn
            or AuditAction.PeriodEarned
            or AuditAction.PeriodRevoked
            or AuditAction.CertificationSuspended => AuditGroup.Certificates,
            AuditAction.PersonExported
            or AuditAction.ErasureAsked
            or AuditAction.ErasureCancelled
            or AuditAction.PersonErased
            or AuditAction.RetentionApplied
            or AuditAction.RegisterExported
            or AuditAction.RecordingCut
            or AuditAction.RecordingErased
            or AuditAction.ReportExported
            or AuditAction.NamedListExported => AuditGroup.Privacy,
            AuditAction.AuditRead
            or AuditAction.AuditExported
            or AuditAction.MailTested
            or AuditAction.BackupMade
            or AuditAction.BackupRestored
            or AuditAction.BackupChecked
            or AuditAction.AnnouncementPublished
            or AuditAction.ContactRecorded
            or AuditAction.EvacuationRecorded
            or AuditAction.OutreachRecorded
            or AuditAction.ReportFrozen
            or AuditAction.MailQueueLooked => AuditGroup.Product,
        };
}
