using Lms.Domain.People;

namespace Lms.Web.Access;

/// <summary>
/// What was done that someone may have to answer for. Rows are only added, and name people by their
/// surrogate alone.
/// </summary>
public sealed class AuditEntry
{
    public long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>Null when the product itself acted.</summary>
    public AccountId? Actor { get; init; }

    public PersonId? Subject { get; init; }

    /// <summary>
    /// Slugs, numbers, counts, and the reason of whoever archived a course; never a name, an address or
    /// an answer.
    /// </summary>
    public string Detail { get; init; } = "";

    /// <summary>Hash of the entry before: two never follow the same one. Null before entries were chained.</summary>
    public string? PreviousHash { get; set; }

    /// <summary>See <see cref="AuditChain"/>; null before entries were chained.</summary>
    public string? Hash { get; set; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum AuditAction
{
    AdministratorCreated,
    CoursePublished,
    CertificateIssued,
    PeopleListed,
    SignedIn,
    TimeFactorSet,
    ExtraAttemptGranted,
    AnswerMarked,
    QuizRegraded,
    CourseArchived,
    CourseReopened,
    CourseGiven,
    CourseTakenBack,
    SignInEnded,
    PasswordSet,
    ResetAsked,
    PasskeyAdded,
    PasskeyRemoved,
    SecondFactorSet,
    SecondFactorRemoved,
    RecoveryCodesMade,
    AccountInvited,
    AccountDeactivated,
    AccountReactivated,
    LoginChanged,
    OneTimeCodeGiven,
    GrantGiven,
    GrantEnded,
    DeputyNamed,
    RegistrationAsked,
    RegistrationApproved,
    RegistrationRefused,
    PersonChanged,
    PersonLooked,
    PeopleMerged,
    MergeUndone,
    PersonExported,
    ErasureAsked,
    ErasureCancelled,
    PersonErased,
    RetentionApplied,
    CertificateRevoked,
    CertificateReissued,
    CertificatesDownloaded,
    SignatureAttached,
    SigningKeyChanged,
    AuditRead,
    AuditExported,
    MailTested,
    BackupMade,
    BackupRestored,
    BackupChecked,
    PeopleImported,
    ImportUndone,
    UnavailabilitySet,
    PostChanged,
    EvidenceHandedIn,
    EvidenceDecided,
    WaiverGiven,
    WaiverWithdrawn,
    PeriodEarned,
    PeriodRevoked,
    CertificationSuspended,
    ChangeTaken,
    RequirementSaved,
    RequirementEnded,
    AssignmentGiven,
    AssignmentTakenBack,
    ExtensionDecided,
    AnnouncementPublished,
    CoverageLooked,
    ContactRecorded,
    EvacuationRecorded,
    OutreachRecorded,
    ReportExported,
    NamedListExported,
    ReportFrozen,
    MailQueueLooked,
    SessionPlanned,
    SessionChanged,
    SessionCancelled,
    SeatGiven,
    SeatDecided,
    SeatTakenBack,
    RemovedFromRoom,
    AttendanceDecided,
    RegisterExported,
    RecordingCut,
    RecordingErased,
}
