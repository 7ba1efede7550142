using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Privacy;

/// <summary>The pages of the archive, each with the tables it tells of in human words.</summary>
internal static class ReadableTopics
{
    public static readonly IReadOnlyList<(string Key, IReadOnlyList<Type> Kinds)> All =
    [
        (
            "me",
            [
                typeof(Person),
                typeof(Post),
                typeof(CommunityMove),
                typeof(ServedTerritory),
                typeof(Unavailability),
                typeof(ImportedPerson),
                typeof(Access.Account),
                typeof(Grant),
                typeof(CourseTrainer),
                typeof(Registration),
                typeof(NoticeSeen),
                typeof(Erasure),
                typeof(PersonMerge),
            ]
        ),
        (
            "learning",
            [
                typeof(Enrolment),
                typeof(EnrolmentVersion),
                typeof(LessonProgress),
                typeof(Passed),
                typeof(Completion),
                typeof(CaseRun),
                typeof(CaseStep),
                typeof(CaseFinish),
                typeof(LessonNote),
                typeof(ChecklistTick),
                typeof(LastPlace),
                typeof(TimeAllowance),
            ]
        ),
        (
            "answers",
            [
                typeof(Attempt),
                typeof(AttemptResult),
                typeof(Response),
                typeof(AnswerFile),
                typeof(Mark),
                typeof(Rescore),
                typeof(ExtraAttempt),
                typeof(PracticeAnswer),
                typeof(SavedRemark),
            ]
        ),
        (
            "certificates",
            [
                typeof(Certificate),
                typeof(CertificateContent),
                typeof(CertificateDocument),
                typeof(QualifiedSignature),
                typeof(Revocation),
            ]
        ),
        (
            "certification",
            [
                typeof(CertificationPeriod),
                typeof(PeriodRevocation),
                typeof(CertificationSuspension),
                typeof(Waiver),
                typeof(ChangeTaken),
                typeof(Evidence),
                typeof(EvidenceFile),
                typeof(EvidenceDecision),
                typeof(Assignment),
                typeof(Extension),
                typeof(Reminder),
                typeof(AnnouncementRead),
                typeof(SavedReport),
            ]
        ),
        (
            "live",
            [
                typeof(SessionTrainer),
                typeof(SessionSeat),
                typeof(CheckIn),
                typeof(LivePresence),
                typeof(WatchedSpan),
                typeof(MadeUpBlock),
                typeof(AttendanceDecision),
                typeof(AttendedSession),
                typeof(LiveEvent),
                typeof(CalendarFeed),
            ]
        ),
        (
            "access",
            [
                typeof(SignInSession),
                typeof(IdentityUserPasskey<AccountId>),
                typeof(RecoveryCode),
                typeof(AccessTicket),
                typeof(IdentityUserClaim<AccountId>),
                typeof(IdentityUserLogin<AccountId>),
                typeof(IdentityUserToken<AccountId>),
                typeof(OutgoingMail),
                typeof(AuditEntry),
            ]
        ),
    ];
}
