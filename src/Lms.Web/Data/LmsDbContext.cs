using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Reports;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lms.Web.Data;

/// <summary>The model, the same on both databases. What is read depends on <see cref="Viewer"/>.</summary>
public abstract class LmsDbContext(DbContextOptions options)
    : IdentityUserContext<Account, AccountId>(options)
{
    public DbSet<Account> Accounts => Users;
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<Territory> Territories => Set<Territory>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseVersion> CourseVersions => Set<CourseVersion>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<ActivityVersion> ActivityVersions => Set<ActivityVersion>();
    public DbSet<ActivityText> ActivityTexts => Set<ActivityText>();
    public DbSet<BankText> BankTexts => Set<BankText>();
    public DbSet<CourseArchival> CourseArchivals => Set<CourseArchival>();
    public DbSet<CourseTrainer> CourseTrainers => Set<CourseTrainer>();
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();
    public DbSet<EnrolmentVersion> EnrolmentVersions => Set<EnrolmentVersion>();
    public DbSet<LessonProgress> LessonProgress => Set<LessonProgress>();
    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<AttemptResult> AttemptResults => Set<AttemptResult>();
    public DbSet<Response> Responses => Set<Response>();
    public DbSet<Passed> Passes => Set<Passed>();
    public DbSet<Mark> Marks => Set<Mark>();
    public DbSet<SavedRemark> SavedRemarks => Set<SavedRemark>();
    public DbSet<Rescore> Rescores => Set<Rescore>();
    public DbSet<AnswerFile> AnswerFiles => Set<AnswerFile>();
    public DbSet<ExtraAttempt> ExtraAttempts => Set<ExtraAttempt>();
    public DbSet<TimeAllowance> TimeAllowances => Set<TimeAllowance>();
    public DbSet<CaseRun> CaseRuns => Set<CaseRun>();
    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();
    public DbSet<CaseFinish> CaseFinishes => Set<CaseFinish>();
    public DbSet<LessonNote> LessonNotes => Set<LessonNote>();
    public DbSet<ChecklistTick> ChecklistTicks => Set<ChecklistTick>();
    public DbSet<LastPlace> LastPlaces => Set<LastPlace>();
    public DbSet<PracticeAnswer> PracticeAnswers => Set<PracticeAnswer>();
    public DbSet<Completion> Completions => Set<Completion>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<CertificateContent> CertificateContents => Set<CertificateContent>();
    public DbSet<CertificateDocument> CertificateDocuments => Set<CertificateDocument>();
    public DbSet<QualifiedSignature> QualifiedSignatures => Set<QualifiedSignature>();
    public DbSet<Revocation> Revocations => Set<Revocation>();
    public DbSet<IssueLogEntry> IssueLog => Set<IssueLogEntry>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<NoticeSeen> NoticesSeen => Set<NoticeSeen>();
    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();
    public DbSet<SignInSession> Sessions => Set<SignInSession>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<AccessTicket> Tickets => Set<AccessTicket>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<RegisterYear> RegisterYears => Set<RegisterYear>();
    public DbSet<OutgoingMail> OutgoingMail => Set<OutgoingMail>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();
    public DbSet<CommunityEvacuation> Evacuations => Set<CommunityEvacuation>();
    public DbSet<CommunityContact> CommunityContacts => Set<CommunityContact>();
    public DbSet<OutreachEvent> OutreachEvents => Set<OutreachEvent>();
    public DbSet<Unavailability> Unavailabilities => Set<Unavailability>();
    public DbSet<CommunityMove> CommunityMoves => Set<CommunityMove>();
    public DbSet<ServedTerritory> ServedTerritories => Set<ServedTerritory>();
    public DbSet<PeopleImport> PeopleImports => Set<PeopleImport>();
    public DbSet<ImportedPerson> ImportedPeople => Set<ImportedPerson>();
    public DbSet<CertificationPeriod> CertificationPeriods => Set<CertificationPeriod>();
    public DbSet<PeriodRevocation> PeriodRevocations => Set<PeriodRevocation>();
    public DbSet<CertificationSuspension> Suspensions => Set<CertificationSuspension>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<ChangeTaken> ChangesTaken => Set<ChangeTaken>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();
    public DbSet<EvidenceDecision> EvidenceDecisions => Set<EvidenceDecision>();
    public DbSet<RegisteredRequirement> Requirements => Set<RegisteredRequirement>();
    public DbSet<RequirementRevision> RequirementRevisions => Set<RequirementRevision>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Extension> Extensions => Set<Extension>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementRead> AnnouncementsRead => Set<AnnouncementRead>();
    public DbSet<StandingReport> StandingReports => Set<StandingReport>();
    public DbSet<SavedReport> SavedReports => Set<SavedReport>();
    public DbSet<LiveSession> LiveSessions => Set<LiveSession>();
    public DbSet<SessionTrainer> SessionTrainers => Set<SessionTrainer>();
    public DbSet<SessionSeat> SessionSeats => Set<SessionSeat>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<LiveEvent> LiveEvents => Set<LiveEvent>();
    public DbSet<LivePresence> LivePresences => Set<LivePresence>();
    public DbSet<LiveRun> LiveRuns => Set<LiveRun>();
    public DbSet<WatchedSpan> WatchedSpans => Set<WatchedSpan>();
    public DbSet<MadeUpBlock> MadeUpBlocks => Set<MadeUpBlock>();
    public DbSet<AttendanceDecision> AttendanceDecisions => Set<AttendanceDecision>();
    public DbSet<AttendedSession> AttendedSessions => Set<AttendedSession>();
    public DbSet<RecordingCut> RecordingCuts => Set<RecordingCut>();
    public DbSet<CourseQuestion> CourseQuestions => Set<CourseQuestion>();
    public DbSet<AirAlert> AirAlerts => Set<AirAlert>();

    /// <summary>Set by <see cref="LmsDatabase"/> each time a context is handed out.</summary>
    internal Viewer Viewer { get; set; } = Viewer.Nobody;

    internal WriteGate? Gate { get; set; }

    private readonly List<Func<Task>> afterwards = [];

    // There or null, not true or false: EF writes a statement for each, in which what cannot hold is
    // gone. A person's own rows are found by their index, whatever else the filter could allow.
    internal string? ScopeEveryone => Everyone.If(Viewer.SeesEveryone);
    internal string? ScopeAnswers => Viewer.SeesAnswers ? "" : null;
    internal string? ScopeFollowed => Viewer.Communities.Count > 0 ? "" : null;
    internal PersonId? ScopePerson => Viewer.Person;
    internal AccountId? ScopeAccount => Viewer.Account;
    internal ActorId? ScopeActor => Viewer.Account?.Actor;
    internal IReadOnlyList<TerritoryCode> ScopeCommunities => Viewer.Communities;
    internal IReadOnlyList<TerritoryCode> ScopeTerritories => Viewer.Territories;

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction that nothing else writes in. It reads what it
    /// decides on itself, because a lost race on PostgreSQL runs it again.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancel = default)
    {
        var result = await CommitAsync(
            () =>
            {
                // A write that is run again asks again.
                afterwards.Clear();
                return work();
            },
            cancel
        );
        foreach (var next in afterwards.ToList())
        {
            try
            {
                await next();
            }
            catch (Exception failure)
            {
                // What was asked for is written: whoever asked must not be told otherwise.
                this.GetService<ILoggerFactory>()
                    .CreateLogger<LmsDbContext>()
                    .LogError(failure, "What follows a write was not done: a job does it later");
            }
        }

        return result;
    }

    private protected abstract Task<T> CommitAsync<T>(Func<Task<T>> work, CancellationToken cancel);

    /// <summary>What is read in several statements is of one moment, whatever others write meanwhile.</summary>
    /// <param name="read">Writes nothing: it would be lost.</param>
    internal async Task<T> AtOnceAsync<T>(Func<Task<T>> read, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await read();
        }

        IsReading = true;
        try
        {
            return await SnapshotAsync(read, cancel);
        }
        finally
        {
            IsReading = false;
        }
    }

    /// <summary>Whether its transaction is one of reading, which ends without a commit.</summary>
    internal bool IsReading { get; private set; }

    private protected abstract Task<T> SnapshotAsync<T>(
        Func<Task<T>> read,
        CancellationToken cancel
    );

    /// <summary>
    /// Called in a write: what is to follow it once it is committed, with a context of its own. What
    /// follows may fail, or be lost with the process; a job does it later then.
    /// </summary>
    public void Afterwards(Func<Task> next) => afterwards.Add(next);

    public Task WriteAsync(Func<Task> work, CancellationToken cancel = default) =>
        WriteAsync(
            async () =>
            {
                await work();
                return true;
            },
            cancel
        );

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (IsReading)
        {
            throw new InvalidOperationException("What is written while reading would be lost.");
        }

        using WriteGate.Turn? turn =
            Gate is null || Database.CurrentTransaction is not null
                ? null
                : await Gate.EnterAsync(cancellationToken);
        KeepNameKeys();
        var entries = NewAudit();
        // One connection for the entry before them and for themselves. Two that follow the same entry meet
        // at a unique index; the loser's write runs again.
        await using var held =
            entries.Count > 0 ? await HeldConnection.OpenAsync(this, cancellationToken) : null;
        if (entries.Count > 0)
        {
            AuditChain.Tie(entries, await AuditChain.LastAsync(this, cancellationToken));
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Derived from the name, so that a register of a whole country is searched and sorted by index.
    private void KeepNameKeys()
    {
        foreach (var person in ChangeTracker.Entries<Person>())
        {
            if (person.State is EntityState.Added or EntityState.Modified)
            {
                NameKeys.Set(person.Entity);
            }
        }
    }

    private List<AuditEntry> NewAudit() =>
        [
            .. ChangeTracker
                .Entries<AuditEntry>()
                .Where(entry => entry.State == EntityState.Added)
                .Select(entry => entry.Entity),
        ];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Columns.Convert(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LmsDbContext).Assembly);
        Scope.Apply(builder, this);
    }
}
