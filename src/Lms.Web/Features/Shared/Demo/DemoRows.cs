using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>What was invented and is not written yet, table by table.</summary>
internal sealed class DemoRows
{
    public List<Person> People { get; } = [];

    public List<Access.Account> Accounts { get; } = [];

    public List<Grant> Grants { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<CommunityMove> Moves { get; } = [];

    public List<ServedTerritory> Areas { get; } = [];

    public List<Unavailability> Absences { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];

    public List<EnrolmentVersion> Versions { get; } = [];

    public List<LessonProgress> Lessons { get; } = [];

    public List<Attempt> Attempts { get; } = [];

    public List<AttemptResult> Results { get; } = [];

    public List<Passed> Passes { get; } = [];

    public List<Completion> Completions { get; } = [];

    public List<Certificate> Certificates { get; } = [];

    public List<IssueLogEntry> IssueLog { get; } = [];

    public List<CertificationPeriod> Periods { get; } = [];

    public List<Assignment> Assignments { get; } = [];

    /// <summary>Rows that others point at come before them.</summary>
    public async Task WriteAsync(LmsDbContext db, CancellationToken cancel)
    {
        People.ForEach(NameKeys.Set);
        await db.AddAsync(People, cancel);
        await db.AddAsync(Accounts, cancel);
        await db.AddAsync(Grants, cancel);
        await db.AddAsync(Posts, cancel);
        await db.AddAsync(Moves, cancel);
        await db.AddAsync(Areas, cancel);
        await db.AddAsync(Absences, cancel);
        await db.AddAsync(Enrolments, cancel);
        await db.AddAsync(Versions, cancel);
        await db.AddAsync(Lessons, cancel);
        await db.AddAsync(Attempts, cancel);
        await db.AddAsync(Results, cancel);
        await db.AddAsync(Passes, cancel);
        await db.AddAsync(Completions, cancel);
        await db.AddAsync(Certificates, cancel);
        await db.AddAsync(IssueLog, cancel);
        await db.AddAsync(Periods, cancel);
        await db.AddAsync(Assignments, cancel);
    }
}
