namespace Lms.Domain.Tests.Architecture;

public sealed class EnumNamesTests
{
    /// <summary>
    /// Names are stored as text: a name may be added, and one that stands here is never changed,
    /// nor taken away, without a migration of what is stored.
    /// </summary>
    private const string Names = """
        CaseEnding: Good, Poor, Harm
        CertificateField: RegisterCode, SignatoryName, SignatoryPosition, Note, Outcomes, Form, Law
        CertificateState: Valid, Expired, Revoked
        CertificationState: NotYet, InProgress, Certified, Expiring, InGrace, Lapsed, Waived, Revoked, Suspended
        EvidenceKind: ExternalTraining, PriorLearning, Confirmation
        EvidenceVerdict: Approved, Refused
        IssueAct: Issued, Revoked
        IssueLogFaultKind: Broken, NotInRegister, NotInLog, NotAsAnchored
        LatePolicy: Renewal, StartAgain
        RevocationCause: Replaced, IssuedInError, Misconduct, HolderAsked
        SignatureForm: Detached, Enveloping, SignedPdf
        ValidityBasis: Completion, Expiry, Fixed
        ActivityKind: Lesson, Quiz, Case, LiveSession
        ActivityOrder: Free, Sequential
        ChangeKind: Typo, Minor, Major
        CourseAccess: Members, Public
        LessonBlockKind: Paragraph, List, Table, Quote, Code, Definitions, Callout, Details, Tabs, Timeline, Cards, Checklist, Case, Sensitive, Gentle, Question, Include, Figure, Other
        LessonEnd: Read, Acknowledge, None
        CoverageState: Covered, OnePersonOnly, Expiring, Uncovered, NotApplicable, Unknown
        CoverageUnit: Community, Institution
        ClosedBy: Learner, Deadline
        Confidence: Sure, Unsure
        RescoreCause: Marked, KeyChanged
        StayReason: NothingNewer, Completed, OpenAttempt, OpenRun, WorkIsGone
        TimeFactor: Standard, Quarter, Half, Untimed
        VersionReason: Enrolled, CarriedOver
        Admission: Open, ByApproval, Assigned
        AlertSource: Room, Feed
        AskedState: Held, Shown, Answered, Dismissed
        AttendanceVerdict: Attended, MadeUp, NotAttended
        CheckInMeans: QrCode, ShortCode, List
        PollState: Open, Closed, Revealed
        RoomRefusal: NotAllowed, NotNow, Unknown, ChatClosed, TooSoon, WrongText
        RoomRole: Trainer, CoTrainer, Moderator, Participant, Observer
        SeatState: Seated, Waiting, Asked, Refused, GivenUp
        SessionForm: Online, Room, Mixed
        SessionState: Draft, Scheduled, Lobby, Live, Paused, Interrupted, Ended, Processing, Published, Cancelled
        ImportEffect: Added, Changed
        DiscriminationVerdict: TooFew, NoSpread, Tells, Misleads, Open
        FacilityVerdict: TooFew, VeryEasy, VeryHard, Ordinary, Open
        KeptScore: Best, Last
        KeyRelease: AfterPass, AfterAttempt, Never
        QuestionKind: Single, Multiple, ShortText, Numeric, Matching, Ordering, Cloze, Essay, File, Scale
        ScoringMethod: Partial, AllOrNothing
        ReportAudience: CoordinationCouncil, Donor, Ministry, SocialOrder
        AssignmentEnd: LeftRule, RuleEnded, TakenBack, Done
        AssignmentState: Due, Extended, Overdue, Done, Ended
        DueStart: Membership, Hired
        DueTrouble: BeforeMembership, InThePast, TooShort
        ExtensionVerdict: Granted, Refused
        LeavingPolicy: Keep, EndOpen
        OutreachKind: Lecture, InformationStand, Flashmob, RoundTable, MediaAppearance, LeafletRound, SchoolLesson, Other
        """;

    [Fact]
    public void The_names_of_every_enum_are_those_that_are_stored() =>
        Assert.Equal(
            Names,
            string.Join(
                '\n',
                DomainCode
                    .Assembly.GetTypes()
                    .Where(type => type.IsEnum)
                    .OrderBy(type => type.FullName, StringComparer.Ordinal)
                    .Select(type => $"{type.Name}: {string.Join(", ", Enum.GetNames(type))}")
            ),
            ignoreLineEndingDifferences: true
        );

    [Fact]
    public void No_two_enums_share_a_name() =>
        Assert.Distinct(
            DomainCode.Assembly.GetTypes().Where(type => type.IsEnum).Select(type => type.Name)
        );
}
